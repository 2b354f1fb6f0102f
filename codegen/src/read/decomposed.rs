//! Decomposed characters: a letter and a combining mark in place of one character, as macOS writes names of files.
//!
//! They look like the composed ones, but programs that compare texts take them for others.

use crate::report::Report;
use crate::source::{SourceId, Sources, Span};

/// Reports the decomposed characters of a file, all of them in one error; returns `true` if it has none.
pub(super) fn check(source: SourceId, sources: &Sources, report: &mut Report) -> bool {
    let text = &sources.get(source).text;
    if text.is_ascii() {
        return true;
    }
    let (mut first, mut more) = (None, 0);
    let mut previous: Option<(usize, char)> = None;
    for (at, mark) in text.char_indices() {
        let composed = previous.and_then(|(start, base)| Some((start, base, compose(base, mark)?)));
        if let Some((start, base, composed)) = composed {
            match first {
                None => first = Some((start..at + mark.len_utf8(), base, mark, composed)),
                Some(_) => more += 1,
            }
        }
        previous = Some((at, mark));
    }
    let Some((place, base, mark, composed)) = first else {
        return true;
    };
    let number = u32::from(mark);
    let mut finding = report
        .error(
            Span::new(source, place),
            format!("decomposed character `{composed}`"),
        )
        .label(format!("`{base}` and U+{number:04X}"));
    if more > 0 {
        finding = finding.note(format!("and {more} more in this file"));
    }
    finding.help("save the file with composed characters (NFC)");
    false
}

/// Returns the character that a letter and a mark compose to.
fn compose(base: char, mark: char) -> Option<char> {
    if let ('\u{1100}'..='\u{1112}', '\u{1161}'..='\u{1175}') = (base, mark) {
        let (lead, vowel) = (u32::from(base) - 0x1100, u32::from(mark) - 0x1161);
        return char::from_u32(0xac00 + (lead * 21 + vowel) * 28);
    }
    let (_, pairs) = PAIRS.iter().find(|(known, _)| *known == mark)?;
    let mut chars = pairs.chars();
    while let (Some(letter), Some(composed)) = (chars.next(), chars.next()) {
        if letter == base {
            return Some(composed);
        }
    }
    None
}

/// For each mark, the letters that compose with it, each before the composed character (from `UnicodeData.txt`).
#[rustfmt::skip]
const PAIRS: [(char, &str); 27] = [
    ('\u{300}', "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹЕЀИЍеѐиѝĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ"),
    ('\u{301}', "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿ¨΅ΑΆΕΈΗΉΙΊΟΌΥΎΩΏϊΐαάεέηήιίϋΰοόυύωώϒϓГЃКЌгѓкќÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ"),
    ('\u{302}', "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ"),
    ('\u{303}', "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"),
    ('\u{304}', "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳИӢиӣУӮуӯGḠgḡḶḸḷḹṚṜṛṝ"),
    ('\u{306}', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭУЎИЙийуўЖӁжӂАӐаӑЕӖеӗȨḜȩḝẠẶạặ"),
    ('\u{307}', "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ"),
    ('\u{308}', "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸΙΪΥΫιϊυϋϒϔЕЁІЇеёіїАӒаӓӘӚәӛЖӜжӝЗӞзӟИӤиӥОӦоӧӨӪөӫЭӬэӭУӰуӱЧӴчӵЫӸыӹHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ"),
    ('\u{309}', "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"),
    ('\u{30a}', "AÅaåUŮuůwẘyẙ"),
    ('\u{30b}', "OŐoőUŰuűУӲуӳ"),
    ('\u{30c}', "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ"),
    ('\u{30f}', "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕѴѶѵѷ"),
    ('\u{311}', "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"),
    ('\u{31b}', "OƠoơUƯuư"),
    ('\u{323}', "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ"),
    ('\u{324}', "UṲuṳ"),
    ('\u{325}', "AḀaḁ"),
    ('\u{326}', "SȘsșTȚtț"),
    ('\u{327}', "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"),
    ('\u{328}', "AĄaąEĘeęIĮiįUŲuųOǪoǫ"),
    ('\u{32d}', "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ"),
    ('\u{32e}', "HḪhḫ"),
    ('\u{330}', "EḚeḛIḬiḭUṴuṵ"),
    ('\u{331}', "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"),
    ('\u{3099}', "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷヰヸヱヹヲヺヽヾ"),
    ('\u{309a}', "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_marks_are_composed() {
        for (base, mark, composed) in [
            ('o', '\u{308}', Some('ö')),
            ('e', '\u{301}', Some('é')),
            ('か', '\u{3099}', Some('が')),
            ('\u{1112}', '\u{1161}', Some('하')),
            ('ẹ', '\u{301}', None),
            ('o', 'o', None),
        ] {
            assert_eq!(compose(base, mark), composed);
        }
    }
}
