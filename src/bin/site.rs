//! `cargo site build | serve | check | test | bench`.

fn main() -> std::process::ExitCode {
    ilrs_explainer::site::main(std::env::args().skip(1))
}
