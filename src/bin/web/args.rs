//! What can be asked of `cargo web` on the command line.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// Build the game for the browser and serve it.
#[derive(Parser)]
#[command(name = "cargo web", bin_name = "cargo web", args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(subcommand)]
    task: Option<Task>,
    #[command(flatten)]
    serve: ServeArgs,
}

impl Args {
    /// Serving is what one wants most, so it needs no word.
    pub fn task(self) -> Task {
        self.task.unwrap_or(Task::Serve(self.serve))
    }
}

/// What the tool does.
#[derive(Subcommand)]
pub enum Task {
    /// Only build the folder; any static host can serve it, also under a sub-path.
    Build(BuildArgs),
    /// Build, then serve on this machine (what happens without a word, too).
    Serve(ServeArgs),
    /// Tell which crates the wasm is made of.
    Sizes(SizesArgs),
}

/// Which wasm to look into.
#[derive(clap::Args)]
pub struct SizesArgs {
    /// A wasm with names [default: the game's, built for it].
    pub wasm: Option<PathBuf>,
    /// Look into the build for daily work.
    #[arg(long)]
    pub quick: bool,
    /// Answer every question with yes (for CI).
    #[arg(long)]
    pub yes: bool,
}

/// How to build.
#[derive(clap::Args)]
pub struct BuildArgs {
    /// The folder to write [default: dist, beside Cargo.toml].
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Build fast for daily work: a larger, slower game.
    #[arg(long)]
    pub quick: bool,
    /// Answer every question with yes (for CI).
    #[arg(long)]
    pub yes: bool,
    /// Shrink the wasm further with binaryen; `--quick` never does.
    #[arg(long, value_enum, default_value_t = WasmOpt::None)]
    wasm_opt: WasmOpt,
}

impl BuildArgs {
    /// Whether it is the build that players get, and not one for daily work or for comparing.
    pub fn is_as_shipped(&self) -> bool {
        !self.quick && self.wasm_opt == WasmOpt::None
    }

    /// Binaryen takes minutes, which is what `--quick` is there to avoid.
    pub fn wasm_opt(&self) -> WasmOpt {
        if self.quick { WasmOpt::None } else { self.wasm_opt }
    }
}

/// How to build and where to serve.
#[derive(clap::Args)]
pub struct ServeArgs {
    #[command(flatten)]
    pub build: BuildArgs,
    /// The port to serve on; 0 takes any free one.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// The address to serve on; 0.0.0.0 lets other machines in.
    #[arg(long, default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// Serve the folder as it stands.
    #[arg(long)]
    pub no_build: bool,
}

/// The passes of binaryen's `wasm-opt`.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum WasmOpt {
    #[value(name = "none")]
    None,
    #[value(name = "O2")]
    O2,
    #[value(name = "O3")]
    O3,
    #[value(name = "Os")]
    Os,
    #[value(name = "Oz")]
    Oz,
}

impl WasmOpt {
    /// The flag that binaryen knows it by.
    pub fn flag(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::O2 => Some("-O2"),
            Self::O3 => Some("-O3"),
            Self::Os => Some("-Os"),
            Self::Oz => Some("-Oz"),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn task(words: &[&str]) -> Task {
        Args::parse_from([&["cargo web"], words].concat()).task()
    }

    #[test]
    fn the_command_line_is_consistent() {
        Args::command().debug_assert();
    }

    #[test]
    fn no_word_means_serve() {
        assert!(matches!(task(&["--port", "9000"]), Task::Serve(args) if args.port == 9000));
        assert!(matches!(task(&["serve", "--no-build"]), Task::Serve(args) if args.no_build));
        assert!(matches!(task(&["build", "--yes"]), Task::Build(args) if args.yes));
        assert!(matches!(task(&["sizes", "a.wasm"]), Task::Sizes(args) if args.wasm.is_some()));
    }

    #[test]
    fn only_what_players_get_is_held_to_the_budget() {
        for (words, expected) in [(&[][..], true), (&["--quick"], false), (&["--wasm-opt", "Oz"], false)] {
            let Task::Build(args) = task(&[&["build"], words].concat()) else { panic!("not a build") };
            assert_eq!(args.is_as_shipped(), expected);
        }
    }

    #[test]
    fn quick_never_pays_for_binaryen() {
        let Task::Build(args) = task(&["build", "--quick", "--wasm-opt", "Oz"]) else { panic!("not a build") };
        assert!(args.wasm_opt() == WasmOpt::None);
    }
}
