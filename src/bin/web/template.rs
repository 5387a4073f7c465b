//! Fills `{{name}}` in the page's template; a name too many or too few is a fault.

use crate::Fallible;

/// The template with every `{{name}}` replaced. Values are put in as they are: escape text beforehand.
pub fn fill(template: &str, values: &[(&str, &str)]) -> Fallible<String> {
    let mut unused: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
    let mut pieces = template.split("{{");
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once("}}").ok_or("the template has a {{ without its }}")?;
        let (_, value) = values
            .iter()
            .find(|(known, _)| *known == name)
            .ok_or(format!("the template asks for an unknown {{{{{name}}}}}"))?;
        unused.retain(|known| *known != name);
        filled.push_str(value);
        filled.push_str(rest);
    }
    match unused.first() {
        Some(name) => Err(format!("the template does not ask for {{{{{name}}}}}").into()),
        None => Ok(filled),
    }
}

/// Text made safe between tags and inside a quoted attribute.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(template: &str, values: &[(&str, &str)], wanted: Result<&str, &str>) {
        let got = fill(template, values).map_err(|fault| fault.to_string());
        assert_eq!(got.as_deref().map_err(String::as_str), wanted);
    }

    #[test]
    fn every_name_is_replaced_wherever_it_stands() {
        check("<p>{{a}}, {{b}}, {{a}}</p>", &[("a", "1"), ("b", "2")], Ok("<p>1, 2, 1</p>"));
    }

    #[test]
    fn values_are_not_templates() {
        check("{{a}}", &[("a", "{{b}}")], Ok("{{b}}"));
    }

    #[test]
    fn unknown_missing_and_open_names_are_faults() {
        check("{{b}}", &[], Err("the template asks for an unknown {{b}}"));
        check("none", &[("a", "1")], Err("the template does not ask for {{a}}"));
        check("{{a", &[("a", "1")], Err("the template has a {{ without its }}"));
    }

    #[test]
    fn text_cannot_become_markup() {
        assert_eq!(escape(r#"<b a="1">&"#), "&lt;b a=&quot;1&quot;&gt;&amp;");
    }
}
