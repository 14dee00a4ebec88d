//! Small apps: one that is well, and two that die as an app of ours could, which the tests have to notice.

use crate::faults::{until, well};
use crate::page::{click, place};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;
use yew::{LocalServerRenderer, Renderer};

#[derive(Clone, PartialEq, Properties)]
struct ListProps {
    /// Whether the lines stand in a component of their own.
    wrapped: bool,
}

/// A list that a button makes longer.
#[component]
fn List(props: &ListProps) -> Html {
    let number = use_state(|| 1);
    let onclick = {
        let number = number.clone();
        move |_| number.set(*number + 1)
    };
    html! {
        <>
            <button {onclick}>{ "one more" }</button>
            if props.wrapped { <Lines number={*number}/> } else { { lines(*number) } }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct LinesProps {
    number: usize,
}

#[component]
fn Lines(props: &LinesProps) -> Html {
    lines(props.number)
}

fn lines(number: usize) -> Html {
    html! { <ul>for line in 0..number { <li key={line}>{ line }</li> }</ul> }
}

/// The list, prerendered and taken over with or without that component.
///
/// # Errors
///
/// What went wrong.
pub async fn list(prerendered: bool, mounted: bool) -> Result<Element, String> {
    well()?;
    let props = ListProps { wrapped: prerendered };
    let place = place(&LocalServerRenderer::<List>::with_props(props).render().await);
    Renderer::<List>::with_root_and_props(place.clone(), ListProps { wrapped: mounted }).hydrate();
    until("it is taken over", || true).await?;
    Ok(place)
}

/// For [`crate::faults::apart`].
#[wasm_bindgen]
pub async fn takes_over_what_is_there() -> Result<(), JsValue> {
    Ok(list(true, true).await.map(|_| ())?)
}

/// For [`crate::faults::apart`]: the component was not there when the list was prerendered.
#[wasm_bindgen]
pub async fn takes_over_what_is_not_there() -> Result<(), JsValue> {
    Ok(list(false, true).await.map(|_| ())?)
}

#[component]
fn Fuse() -> Html {
    html! { <button onclick={|_| panic!("a click ends this")}>{ "do not press" }</button> }
}

/// For [`crate::faults::apart`].
#[wasm_bindgen]
pub async fn presses_what_ends_it() -> Result<(), JsValue> {
    let place = place("");
    Renderer::<Fuse>::with_root(place.clone()).render();
    until("it is there", || true).await?;
    click(&place, "button");
    Ok(())
}
