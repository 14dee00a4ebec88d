//! `CopyLink`: a link to a thing, which is copied when it is pressed; `Address`: an address to be copied by hand.

use super::context::Page;
use super::intact::use_intact;
use super::listen::is_modified;
use web_sys::{HtmlAnchorElement, HtmlInputElement};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct CopyLinkProps {
    pub page: Page,
    /// Where the thing stands.
    pub href: AttrValue,
}

/// A link to where a thing stands. A plain press copies its address, whole; the browser's own ways with a link stay.
#[component]
pub fn CopyLink(CopyLinkProps { page, href }: &CopyLinkProps) -> Html {
    use_intact();
    let done = use_state(|| None::<(bool, AttrValue)>);
    let onclick = {
        let (copy, done) = (page.copy.clone(), done.setter());
        Callback::from(move |event: MouseEvent| {
            let link = event.target_dyn_into::<HtmlAnchorElement>().filter(|_| !is_modified(&event));
            if let Some(address) = link.map(|link| link.href()) {
                event.prevent_default();
                let (done, address) = (done.clone(), AttrValue::from(address));
                let told = address.clone();
                copy.emit((address, Callback::from(move |copied| done.set(Some((copied, told.clone()))))));
            }
        })
    };
    let words = page.text().take();
    html! {
        <span class="copy">
            <a {href} {onclick}>{ words.copy }</a>{ " " }
            <span role="status">
                if let Some((copied, address)) = &*done {
                    if *copied {
                        { words.copied }
                    } else {
                        { words.refused }{ " " }<Address label={words.address} address={address.clone()}/>
                    }
                }
            </span>
        </span>
    }
}

#[derive(PartialEq, Properties)]
pub struct AddressProps {
    pub label: &'static str,
    pub address: AttrValue,
}

/// An address in a field of its own, selected, so that a key copies it.
#[component]
pub fn Address(AddressProps { label, address }: &AddressProps) -> Html {
    use_intact();
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with(address.clone(), move |_| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                let _ = field.focus(); // what cannot take the focus leaves it where it is
                field.select();
            }
        });
    }
    html! { <input ref={field} class="address" readonly=true aria-label={*label} value={address.clone()}/> }
}
