//! `pack schema`: the types of a pack as JSON Schema. Their docs become descriptions, their limits become limits.

use laddertown::domain::content::limits::{self, IDS, LINES, LISTS, Limit, TEXTS};
use laddertown::domain::content::schema::Whole;
use serde_json::{Value, json};

use crate::Answer;

/// How an id is spelled; `domain::id::is_slug` says the same.
const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

pub fn schema() -> Answer {
    let mut schema = schemars::schema_for!(Whole).to_value();
    let (pack, file, depth) = (limits::PACK_BYTES, limits::FILE_BYTES, limits::DEPTH);
    let (floors, criteria) = (limits::FLOORS_IN_ALL, limits::CRITERIA_IN_ALL);
    schema["title"] = json!("A pack of Laddertown");
    schema["description"] = json!(format!(
        "What `pack export --to json` writes: of each file of a pack what it says. Limits of a whole pack: {pack} bytes \
         in all files, {file} bytes in one, {depth} parentheses, lists or maps in one another, {floors} floors, \
         {criteria} criteria."
    ));
    for limit in LINES.iter().chain(TEXTS) {
        text(field(&mut schema, limit.of, limit.field), *limit);
    }
    for limit in LISTS {
        list(field(&mut schema, limit.of, limit.field), *limit);
    }
    for (of, name) in IDS {
        let place = field(&mut schema, of, name);
        let place = if place.get("items").is_some() { &mut place["items"] } else { place };
        place["pattern"] = json!(ID);
        place["maxLength"] = json!(limits::ID);
    }
    let floor = format!("{}/{}", ID.trim_end_matches('$'), ID.trim_start_matches('^'));
    let ids = [("LevelId", ID), ("DistrictId", ID), ("BuildingId", ID), ("FloorId", &floor)];
    for (name, pattern) in ids {
        let most = if name == "FloorId" { 2 * limits::ID + 1 } else { limits::ID };
        (schema["$defs"][name]["pattern"], schema["$defs"][name]["maxLength"]) = (json!(pattern), json!(most));
    }
    // What follows from lists of names, and names made of two ids.
    list(&mut schema["properties"]["districts"], limits::DISTRICTS);
    list(&mut schema["properties"]["tours"], limits::TOURS);
    list(field(&mut schema, "Folder", "buildings"), limits::BUILDINGS);
    for (of, name) in [("Lesson", "related"), ("Crosswalk", "floors")] {
        let floors = field(&mut schema, of, name);
        floors["items"]["pattern"] = json!(floor);
        floors["items"]["maxLength"] = json!(2 * limits::ID + 1);
    }
    Answer::clean(format!("{schema:#}\n"))
}

/// The place of a field in the schema; of a type that is nothing but a list, the type itself.
fn field<'a>(schema: &'a mut Value, of: &str, name: &str) -> &'a mut Value {
    let of = &mut schema["$defs"][of];
    if of.get("properties").is_some_and(|fields| fields.get(name).is_some()) {
        return &mut of["properties"][name];
    }
    let variants = of.get("oneOf").and_then(Value::as_array).map_or(0, Vec::len);
    for index in 0..variants {
        if of["oneOf"][index]["properties"].get(name).is_some() {
            return &mut of["oneOf"][index]["properties"][name];
        }
    }
    // `floors` of the crosswalk are the values of its map.
    if of.get("properties").is_some() { &mut of["properties"]["criteria"]["additionalProperties"] } else { of }
}

fn text(place: &mut Value, limit: Limit) {
    let advice = format!("{} to {} characters read well.", limit.min, limit.max);
    let place = if place.get("items").is_some() { &mut place["items"] } else { place };
    let said = place.get("description").and_then(Value::as_str).map(|said| format!("{said} "));
    place["description"] = json!(said.unwrap_or_default() + &advice);
    place["maxLength"] = json!(limit.end());
}

fn list(place: &mut Value, limit: Limit) {
    let (least, most) = if place.get("additionalProperties").is_some() {
        ("minProperties", "maxProperties")
    } else {
        ("minItems", "maxItems")
    };
    place[least] = json!(limit.min);
    place[most] = json!(limit.max);
}
