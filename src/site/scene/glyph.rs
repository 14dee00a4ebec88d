//! The shapes of the station's parts, each drawn about the middle of its foot. Hands that draw: units of the picture,
//! most of them within 330 to each side and 480 up.

/// The shape of a part whose foot stands there.
pub fn glyph(kind: &str, (x, y): (i32, i32)) -> String {
    match kind {
        "modules" => boxes(x, y),
        "rover" => format!("{}{}M{x} {y}{ROVER}", wheel(x - 170, y, 60), wheel(x + 170, y, 60)),
        "cabin" => {
            let wheels = [-220, 0, 220].map(|off| wheel(x + off, y, 75));
            format!("{}M{x} {y}{CABIN}", wheels.concat())
        }
        kind => format!("M{x} {y}{}", one(kind)),
    }
}

fn one(kind: &str) -> &'static str {
    match kind {
        "dish" => "m-60 0 60-190 60 190zm-150-330a270 270 0 0 0 400 210zm220 60l150-170",
        "hall" => "m-230 0v-330h460v330zm0-110h460m-460-110h460",
        "craft" => "m-120-60h240v-200l-70-130h-100l-70 130zl-60 60m300-60l60 60m-300-260h240",
        "relay" => "m-70-150h140v-140h-140zm0-40h-210v-60h210m140 0h210v60h-210",
        "chain" => {
            "m0-420l60 60-60 60-60-60zm220 160l60 60-60 60-60-60zm-440 0l60 60-60 60-60-60zm220 160l60 60-60 60-60-60z"
        }
        "hub" => "m-110-220a110 110 0 1 0 220 0a110 110 0 1 0-220 0zh-190m410 0h190m-300-110v-130m0 350v110",
        "dome" => "m-320 0a320 300 0 0 1 640 0zm230 0v-130h180v130",
        "power" => "m-60 0v-330h120v330zm-40-60h-220l60-220h160m200 220h220l-60-220h-160",
        "mast" => "m-120 0l120-380 120 380m-190-170h140m-170-270a140 140 0 0 1 200 0",
        "platform" => "m-240-130h480v-90h-480zm20 0l-80 130m520-130l80 130m-420-220h240v-130h-240z",
        "watch" => "m-240 0v-170h480v170zm0-170a240 220 0 0 1 480 0zm250-190l90-100 60 40-70 120",
        // Its hop is drawn stroke by stroke: what goes on in one line is filled.
        "hopper" => {
            "m-90-80h180v-140h-180zl-70 80m250-80l70 80m0 0l35-110m0 0l45-70m0 0l30-10m0 0l30 10m0 0l45 70m0 0l35 110"
        }
        _ => "m-130-90h260v-150h-260zl-90 90m350-90l90 90m-290-240l70-110 70 110",
    }
}

const ROVER: &str = "m-250-110h500v-110h-500zm380-110v-150h-60v-60h160v60h-60";
const CABIN: &str =
    "m-330-130h660v-130a120 120 0 0 0-120-120h-420a120 120 0 0 0-120 120zm440-110h150v-90h-150z";

fn wheel(x: i32, y: i32, radius: i32) -> String {
    let wide = 2 * radius;
    format!(
        "M{} {}a{radius} {radius} 0 1 0 {wide} 0a{radius} {radius} 0 1 0-{wide} 0z",
        x - radius,
        y - radius
    )
}

/// Nine boxes in three rows.
fn boxes(x: i32, y: i32) -> String {
    let one = |place: i32| {
        let (left, foot) = (x - 240 + place % 3 * 170, y - place / 3 * 150);
        format!("M{left} {foot}h140v-120h-140z")
    };
    (0..9).map(one).collect()
}
