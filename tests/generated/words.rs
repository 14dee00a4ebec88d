//! The words that generated records are made of, in three scripts.

use super::chance::Chance;
use ilrs_explainer::model::record::Record;

/// A name in Latin, Chinese and Cyrillic script; empty where there is none.
type Names = (&'static str, &'static str, &'static str);

pub const PARTICIPANTS: [Names; 40] = [
    ("China", "中国", "Китай"),
    ("Russia", "俄罗斯", "Россия"),
    ("Belarus", "白俄罗斯", "Беларусь"),
    ("Venezuela", "委内瑞拉", "Венесуэла"),
    ("Pakistan", "巴基斯坦", "Пакистан"),
    ("South Africa", "南非", "ЮАР"),
    ("Egypt", "埃及", "Египет"),
    ("Thailand", "泰国", "Таиланд"),
    ("Türkiye", "", "Турция"),
    ("Nicaragua", "尼加拉瓜", ""),
    ("Serbia", "塞尔维亚", "Сербия"),
    ("Kazakhstan", "", "Казахстан"),
    ("Senegal", "塞内加尔", ""),
    ("Azerbaijan", "阿塞拜疆", "Азербайджан"),
    ("Ethiopia", "", ""),
    ("Kenya", "肯尼亚", ""),
    ("Djibouti", "", ""),
    ("Bolivia", "", "Боливия"),
    ("Laos", "老挝", ""),
    ("Oman", "阿曼", ""),
    ("Peru", "", "Перу"),
    ("Côte d'Azur Observatory", "", ""),
    ("People’s Space Institute", "人民航天研究所", ""),
    ("Selenographic Society", "", "Селенографическое общество"),
    ("Deep Space Laboratory", "深空探测实验室", ""),
    ("Institute of Space Research", "", "Институт космических исследований"),
    ("North Works", "", "Северный завод"),
    ("Lake University", "湖大学", ""),
    ("Harbour University", "", ""),
    ("Orbital Company", "轨道公司", ""),
    ("Regolith Foundry", "", ""),
    ("Asia-Pacific League", "亚太联盟", ""),
    ("Desert Observatory", "", ""),
    ("Island Space Office", "", ""),
    ("Señal Lunar", "", ""),
    ("Łódź Optics", "", ""),
    ("Æther Society", "", ""),
    ("Polar Academy", "极地学院", "Полярная академия"),
    ("Craters Union", "", ""),
    ("Night Watch", "守夜", "Ночной дозор"),
];

pub const PEOPLE: [Names; 10] = [
    ("Ada Luz", "", ""),
    ("Wu Yue", "吴月", ""),
    ("Pavel Lunin", "", "Павел Лунин"),
    ("Mei Shan", "梅山", ""),
    ("Olga Severnaya", "", "Ольга Северная"),
    ("Li Guang", "李光", ""),
    ("Noor Qamar", "", ""),
    ("Semyon Kratkov", "", "Семён Кратков"),
    ("Zhao Tian", "赵天", ""),
    ("José Monte", "", ""),
];

/// Families of missions; a number follows.
pub const MISSIONS: [Names; 6] = [
    ("Chang'e", "嫦娥", "Чанъэ-"),
    ("Luna", "月球", "Луна-"),
    ("Queqiao", "鹊桥", ""),
    ("Zond", "", "Зонд-"),
    ("Dawn’s Light", "曙光", "Заря-"),
    ("Polar Rover", "", ""),
];

pub const FACILITIES: [Names; 6] = [
    ("Moon Base", "月球基地", "Лунная база"),
    ("Power Station", "", "Энергостанция"),
    ("Relay Network", "中继网", ""),
    ("Hopper", "飞跃器", ""),
    ("Brick Machine", "", ""),
    ("Orbital Hub", "", ""),
];

pub const PHASES: [Names; 3] = [
    ("Reconnaissance", "勘察", "Разведка"),
    ("Construction", "建造", "Строительство"),
    ("Utilisation", "利用", "Использование"),
];

pub const PUBLISHERS: [&str; 10] =
    ["Agency", "Bulletin", "Courier", "Daily", "Echo", "Gazette", "Herald", "Monitor", "Observer", "Review"];

const TOLD: [&str; 12] = [
    "is launched",
    "lands near the pole",
    "is delayed",
    "signs a memorandum",
    "names a date",
    "shows a model",
    "发射升空",
    "着陆月球",
    "推迟",
    "стартует",
    "садится на Луну",
    "переносится",
];

const WORDS: [&str; 72] = [
    "the",
    "a",
    "of",
    "to",
    "and",
    "in",
    "by",
    "with",
    "for",
    "lunar",
    "moon’s",
    "station",
    "orbit",
    "crater",
    "south-pole",
    "water",
    "ice",
    "rover",
    "lander",
    "relay",
    "treaty",
    "memorandum",
    "agency",
    "minister",
    "engine",
    "model",
    "test",
    "flight",
    "plan",
    "schedule",
    "budget",
    "reactor",
    "power",
    "regolith",
    "sample",
    "return",
    "crew",
    "telescope",
    "instrument",
    "Chang'e",
    "Chang’e",
    "Change",
    "said",
    "signed",
    "announced",
    "delayed",
    "confirmed",
    "denied",
    "2028",
    "2035",
    "嫦娥",
    "月球",
    "科研站",
    "发射",
    "着陆",
    "合作",
    "协议",
    "南极",
    "探测",
    "计划",
    "Луна",
    "лунная",
    "станция",
    "договор",
    "запуск",
    "посадка",
    "ракета",
    "Роскосмос",
    "полёт",
    "перенос",
    "соглашение",
    "орбита",
];

/// From so many to so many words, most of them common.
pub fn sentence(chance: &mut Chance, least: i32, most: i32) -> String {
    let length = chance.between(least, most);
    let words: Vec<&str> = (0..length).map(|_| *chance.pick(&WORDS)).collect();
    words.join(" ")
}

/// Somebody or something in one of its scripts, and what is told of it.
pub fn title(record: &Record, chance: &mut Chance) -> String {
    let item = match chance.in_hundred(60) {
        true => chance.often(&record.missions),
        false => chance.often(&record.participants),
    };
    let scripts = [Some(&item.name), item.zh.as_ref(), item.ru.as_ref()];
    let name = chance.pick(&scripts).unwrap_or(&item.name);
    let name = if chance.in_hundred(30) { name.replace('\'', "’") } else { name.clone() };
    format!("{name} {} {}", chance.pick(&TOLD), sentence(chance, 1, 5))
}
