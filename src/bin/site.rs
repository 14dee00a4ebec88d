//! `cargo site build | serve | check | test`.

fn main() -> std::process::ExitCode {
    ilrs_explainer::site::main(std::env::args().skip(1))
}
