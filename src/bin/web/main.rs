//! `cargo web`: builds the game into a folder that any static host can serve, and serves it.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this never runs in a browser: it has files, threads and a clock"
)]

mod args;
mod project;
mod toolchain;
mod survey;
mod compile;
mod bindgen;
mod optimise;
mod city;
mod template;
mod headers;
mod bundle;
mod cache;
mod compress;
mod report;
mod budget;
mod sizes;
mod serve;

use std::error::Error;
use std::process::ExitCode;

use clap::Parser;

use args::{Args, BuildArgs, SizesArgs, Task};
use budget::Transfer;
use project::Project;

/// What every step returns: a fault is told once, in words, by `main`.
type Fallible<T> = Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> ExitCode {
    match run(Args::parse().task()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("cargo web: {}", told(fault.as_ref()));
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Fallible<()> {
    let project = Project::here()?;
    match task {
        Task::Build(args) => {
            let transfer = build(&project, &args)?;
            if args.is_as_shipped() { budget::hold(transfer) } else { Ok(()) }
        }
        Task::Sizes(args) => sizes(&project, &args),
        Task::Serve(args) => {
            if !args.no_build {
                build(&project, &args.build)?;
            }
            serve::serve(&project.out_dir(&args.build), args.host, args.port)
        }
    }
}

/// Of a wasm that is named, or of the game's own.
fn sizes(project: &Project, args: &SizesArgs) -> Fallible<()> {
    let wasm = match &args.wasm {
        Some(wasm) => wasm.clone(),
        None => compile::compile(project, &survey::find_or_install(args.yes)?, args.quick)?,
    };
    print!("{}", sizes::table(&wasm)?);
    Ok(())
}

/// Every step from source to folder. Nothing in the folder changes before all of it is ready.
fn build(project: &Project, args: &BuildArgs) -> Fallible<Transfer> {
    let toolchain = survey::find_or_install(args.yes)?;
    let compiled = compile::compile(project, &toolchain, args.quick)?;
    let mut game = bindgen::bind(&compiled, args.quick)?;
    game.wasm = optimise::optimise(project, game.wasm, args.wasm_opt())?;
    let files = bundle::assemble(project, game)?;
    let files = compress::compress_all(project, files, args.quick)?;
    let out = project.out_dir(args);
    bundle::write_folder(&out, &files)?;
    print!("{}", report::table(&files));
    println!("Ready in {}", out.display());
    Ok(report::transfer(&files))
}

/// A fault with its causes, outermost first, on one line.
fn told(fault: &dyn Error) -> String {
    let mut words = fault.to_string();
    let mut cause = fault.source();
    while let Some(inner) = cause {
        words = format!("{words}: {inner}");
        cause = inner.source();
    }
    words
}
