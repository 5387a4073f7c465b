//! Tells which crates the game's wasm is made of. It is read as the compiler wrote it, with the names of functions.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::Fallible;
use crate::report::grouped;

/// What has no name of its own is told under this one.
const NAMELESS: &str = "(no name)";

/// The table of a wasm, largest first.
pub fn table(wasm: &Path) -> Fallible<String> {
    let bytes = fs::read(wasm).map_err(|fault| format!("cannot read {}: {fault}", wasm.display()))?;
    let parts = by_crate(&bytes)?;
    let total: usize = parts.iter().map(|(_, size)| size).sum();
    let row = |(name, size): &(String, usize)| {
        format!("{name:32} {:>11} {:>5.1} %\n", grouped(*size), *size as f64 * 100.0 / total.max(1) as f64)
    };
    let rows: String = parts.iter().map(row).collect();
    Ok(format!("{:32} {:>11}\n{rows}{:32} {:>11}\n", "crate", "bytes", "together", grouped(total)))
}

/// Bytes of code by crate, and those of the data, largest first. A generic function counts for the crate that wrote
/// it, and not for the one that uses it.
fn by_crate(wasm: &[u8]) -> Fallible<Vec<(String, usize)>> {
    let (mut bodies, mut names, mut data) = (Vec::new(), HashMap::new(), 0);
    let mut imported = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::DataSection(section) => data += section.range().len(),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(subsections) = section.as_known() {
                    for subsection in subsections {
                        if let Name::Function(functions) = subsection? {
                            for function in functions {
                                let function = function?;
                                names.insert(function.index, crate_of(function.name));
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    if names.is_empty() {
        return Err("this wasm has no names; take the compiler's own, before wasm-bindgen".into());
    }
    let mut sizes = HashMap::from([("(data)".to_owned(), data)]);
    for (index, size) in (imported..).zip(bodies) {
        let name = names.get(&index).cloned().unwrap_or_else(|| NAMELESS.to_owned());
        *sizes.entry(name).or_default() += size;
    }
    let mut sizes: Vec<_> = sizes.into_iter().collect();
    sizes.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(sizes)
}

/// The crate that a function comes from: `<T as Trait>::f` from that of `T`, or of `Trait` where `T` has none.
fn crate_of(symbol: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(symbol));
    let first = name.split(" as ").find_map(first_of_path);
    first.map_or_else(|| NAMELESS.to_owned(), str::to_owned)
}

/// `bevy_ecs` of `&mut bevy_ecs::world::World`.
fn first_of_path(text: &str) -> Option<&str> {
    let (before, _) = text.split_once("::")?;
    // Brackets, references and `dyn` are no part of the name.
    let name = before.rsplit(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next()?;
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_of_its_type() {
        for (name, expected) in [
            ("_ZN8bevy_ecs5world5World5spawn17h0123456789abcdefE", "bevy_ecs"),
            ("_RNvNtCs1234_8bevy_ecs5world5spawn", "bevy_ecs"),
            ("<&mut egui::context::Context as core::fmt::Debug>::fmt", "egui"),
            ("<[wgpu_core::id::Id] as core::fmt::Debug>::fmt", "wgpu_core"),
            ("<u32 as core::fmt::Display>::fmt", "core"),
            ("memcpy", NAMELESS),
        ] {
            assert_eq!(crate_of(name), expected, "{name}");
        }
    }

    /// A module with a type, two functions of three bytes each, and their names.
    fn module() -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([1, 4, 1, 0x60, 0, 0]);
        wasm.extend([3, 3, 2, 0, 0]);
        wasm.extend([10, 8, 2, 2, 0, 0x0B, 3, 0, 1, 0x0B]);
        let names = b"\0\x06a::one\x01\x06b::two";
        let section = [&[4][..], b"name", &[1, names.len() as u8 + 1, 2], names].concat();
        wasm.extend([&[0, section.len() as u8][..], &section].concat());
        wasm
    }

    #[test]
    fn code_is_summed_by_crate_largest_first() -> Fallible<()> {
        let sizes = by_crate(&module())?;
        assert_eq!(sizes, [("b".to_owned(), 3), ("a".to_owned(), 2), ("(data)".to_owned(), 0)]);
        Ok(())
    }

    #[test]
    fn a_wasm_without_names_is_refused_in_words() {
        assert!(by_crate(b"\0asm\x01\0\0\0").is_err_and(|fault| fault.to_string().contains("no names")));
        assert!(by_crate(b"no wasm").is_err());
    }
}
