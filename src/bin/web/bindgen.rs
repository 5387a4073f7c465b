//! Turns the compiler's wasm into one that a page can load, and writes the JavaScript beside it.

use std::path::Path;

use walrus::ir::{Call, Visitor, dfs_in_order};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module, ModuleConfig};
use wasm_bindgen_cli_support::Bindgen;

use crate::Fallible;
use crate::compile::CONSTRUCTORS;

/// The game as the page gets it.
pub struct Game {
    pub wasm: Vec<u8>,
    pub js: String,
    /// JavaScript that crates brought along: path below `snippets/`, text.
    pub snippets: Vec<(String, String)>,
}

/// The compiled module without its constructors and all that only they use.
///
/// They are Bevy's types registering themselves for lookup by name, which the game never does. A constructor
/// of any other kind would be one that the game needs, and is an error.
fn without_constructors(compiled: &Path, names: bool) -> Fallible<Module> {
    let mut module = ModuleConfig::new()
        // The compiler's output is well-formed, and checking 30 MB takes its time.
        .strict_validate(false)
        .generate_dwarf(false)
        .generate_name_section(names)
        .generate_producers_section(false)
        .parse_file(compiled)
        .map_err(|fault| format!("{}: {fault}", compiled.display()))?;
    let Ok(all) = module.exports.get_func(CONSTRUCTORS) else { return Ok(module) };
    if let Some(name) = called_by(&module, all).into_iter().find(|name| !name.contains("__ctor")) {
        return Err(format!("{name} wants to run before the game; let it stay in src/bin/web/bindgen.rs").into());
    }
    module.exports.remove(CONSTRUCTORS).map_err(|fault| fault.to_string())?;
    empty_registrations(&mut module);
    walrus::passes::gc::run(&mut module);
    Ok(module)
}

/// Empties the functions that register a type. The constructors were the ones that led to most of them, but they stay in
/// the table of all functions that are called by address, and with them what only they use.
fn empty_registrations(module: &mut Module) {
    let is_registration = |name: &str| name.contains("RegisterForReflection") && name.contains("__register");
    let named =
        module.funcs.iter_local().filter(|(id, _)| module.funcs.get(*id).name.as_deref().is_some_and(is_registration));
    let found: Vec<FunctionId> = named.map(|(id, _)| id).collect();
    for id in found {
        let (params, results) = module.types.params_results(module.funcs.get(id).ty());
        // They take the registry and give nothing back.
        let (params, true) = (params.to_vec(), results.is_empty()) else { continue };
        let args = params.iter().map(|kind| module.locals.add(*kind)).collect();
        let empty = FunctionBuilder::new(&mut module.types, &params, &[]).local_func(args);
        module.funcs.get_mut(id).kind = FunctionKind::Local(empty);
    }
}

/// Names of the functions that a function calls.
fn called_by(module: &Module, function: FunctionId) -> Vec<String> {
    struct Calls<'m>(&'m Module, Vec<String>);
    impl Visitor<'_> for Calls<'_> {
        fn visit_call(&mut self, call: &Call) {
            let name = self.0.funcs.get(call.func).name.clone();
            self.1.push(name.unwrap_or_else(|| "a function without a name".to_owned()));
        }
    }
    let mut calls = Calls(module, Vec::new());
    if let FunctionKind::Local(local) = &module.funcs.get(function).kind {
        dfs_in_order(&mut calls, local, local.entry_block());
    }
    calls.1
}

/// Runs wasm-bindgen as a library, so that its version is always the one in `Cargo.lock`.
///
/// A quick build keeps function names, so that a panic's stack can be read.
pub fn bind(compiled: &Path, quick: bool) -> Fallible<Game> {
    let mut output = Bindgen::new()
        .input_module("laddertown", without_constructors(compiled, quick)?)
        .out_name("laddertown")
        .web(true)?
        .typescript(false)
        // The page names the wasm itself: its name carries a hash that this script cannot know.
        .omit_default_module_path(true)
        .generate_output()?;
    if let Some(package) = output.npm_dependencies().keys().next() {
        return Err(format!("a crate asks for the npm package {package}; the page loads no such thing").into());
    }
    let inline = output.snippets().iter().flat_map(|(folder, texts)| {
        texts.iter().enumerate().map(move |(n, text)| (format!("{folder}/inline{n}.js"), text.clone()))
    });
    let local = output.local_modules().iter().map(|(path, text)| (path.clone(), text.clone()));
    let snippets = inline.chain(local).collect();
    let js = output.js().to_owned();
    Ok(Game { wasm: output.wasm_mut().emit_wasm(), js, snippets })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module whose constructors call functions of these names.
    fn compiled(name: &str, constructors: &[&str]) -> Fallible<std::path::PathBuf> {
        let mut module = Module::default();
        let mut function = |name: &str, calls: &[FunctionId]| {
            let mut builder = walrus::FunctionBuilder::new(&mut module.types, &[], &[]);
            builder.name(name.to_owned());
            for call in calls {
                builder.func_body().call(*call);
            }
            builder.finish(vec![], &mut module.funcs)
        };
        let calls: Vec<FunctionId> = constructors.iter().map(|name| function(name, &[])).collect();
        let (all, main) = (function(CONSTRUCTORS, &calls), function("main", &[]));
        module.exports.add(CONSTRUCTORS, all);
        module.exports.add("main", main);
        let path = std::env::temp_dir().join(format!("laddertown-{name}-{}.wasm", std::process::id()));
        module.emit_wasm_file(&path).map_err(|fault| fault.to_string())?;
        Ok(path)
    }

    #[test]
    fn constructors_that_register_types_are_taken_out() -> Fallible<()> {
        let module = without_constructors(&compiled("types", &["one::_::__ctor", "two::_::__ctor"])?, true)?;
        let names: Vec<_> = module.funcs.iter().filter_map(|function| function.name.clone()).collect();
        assert_eq!(names, ["main"]);
        Ok(())
    }

    #[test]
    fn a_constructor_that_somebody_needs_is_an_error() -> Fallible<()> {
        let fault =
            without_constructors(&compiled("needed", &["open_the_clock"])?, true).err().ok_or("it was taken out")?;
        assert!(fault.to_string().contains("open_the_clock"), "{fault}");
        Ok(())
    }
}
