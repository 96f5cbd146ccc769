//! The drawn phone, what is offered where it looks different, and what is sent to a real one.

use unsent::content::model::{Guide, Platform, Topic, Way};
use unsent::content::{bundled, load};
use unsent::phone::sketch::{Anchor, HEIGHT, Mark, Sketch, WIDTH, sketch};
use unsent::phone::{Code, Hint, MOST_BYTES, ShownStep, hints, parcel, steps, steps_as_text, way_as_text};

use crate::support::guide;

const PLATFORMS: [Platform; 2] = [Platform::IPhone, Platform::Android];

/// Every step of every way on both phones.
fn every_step(guide: &Guide, mut visit: impl FnMut(&Topic, &Way, &ShownStep, Platform)) {
    for platform in PLATFORMS {
        for topic in &guide.topics {
            for way in &topic.ways {
                for step in steps(guide, way, platform) {
                    visit(topic, way, &step, platform);
                }
            }
        }
    }
}

fn texts(sketch: &Sketch) -> Vec<&str> {
    let texts = sketch.marks.iter().filter_map(|mark| match mark {
        Mark::Words { text, .. } => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

/// Left, top, right and bottom of a mark.
fn bounds(mark: &Mark) -> [f32; 4] {
    match mark {
        Mark::Panel { area, .. } => [area.left, area.top, area.right(), area.bottom()],
        Mark::Disc { center, radius, .. } => {
            [center.x - radius, center.y - radius, center.x + radius, center.y + radius]
        }
        Mark::Ring { center, .. } => [center.x - 17.0, center.y - 17.0, center.x + 17.0, center.y + 17.0],
        Mark::Line { points, .. } => points.iter().fold([f32::MAX, f32::MAX, f32::MIN, f32::MIN], |bounds, point| {
            [bounds[0].min(point.x), bounds[1].min(point.y), bounds[2].max(point.x), bounds[3].max(point.y)]
        }),
        Mark::Words { at, anchor, width, size, .. } => {
            let left = match anchor {
                Anchor::Start => at.x,
                Anchor::Middle => at.x - width / 2.0,
                Anchor::End => at.x - width,
            };
            [left, at.y - size / 2.0, left + width, at.y + size / 2.0]
        }
    }
}

#[test]
fn every_mark_of_every_picture_lies_on_the_phone() {
    let guide = guide();
    every_step(&guide, |topic, way, step, platform| {
        for mark in sketch(&guide, step, platform).marks {
            let [left, top, right, bottom] = bounds(&mark);
            let is_inside = left >= 0.0 && top >= 0.0 && right <= WIDTH && bottom <= HEIGHT;
            assert!(is_inside, "{}/{} {}: {mark:?}", topic.id, way.id, step.sentence);
        }
    });
}

#[test]
fn what_to_tap_is_lit_in_view_and_ringed_once() {
    let guide = guide();
    every_step(&guide, |topic, way, step, platform| {
        let sketch = sketch(&guide, step, platform);
        let rings: Vec<_> = sketch
            .marks
            .iter()
            .filter_map(|mark| if let Mark::Ring { center, .. } = mark { Some(*center) } else { None })
            .collect();
        let name = format!("{}/{} {} on {platform:?}", topic.id, way.id, step.sentence);
        if step.item.is_none() && !step.before_app {
            assert!(rings.is_empty() && sketch.tap.is_none(), "{name}");
            return;
        }
        let [ring] = rings[..] else { panic!("{name}: {} rings", rings.len()) };
        let tap = sketch.tap.unwrap();
        assert!(tap.left <= ring.x && ring.x <= tap.right() && tap.top <= ring.y && ring.y <= tap.bottom(), "{name}");
        if let Some((screen, item)) = step.screen.as_ref().zip(step.item.as_ref()) {
            let (_, item) = guide.phone.item(screen, item).unwrap();
            let is_corner = item.place == unsent::content::model::Place::UpperRight;
            assert!(is_corner || texts(&sketch).contains(&item.label.as_str()), "{name}: {:?}", texts(&sketch));
        }
    });
}

#[test]
fn a_row_further_down_shows_that_one_has_to_scroll() {
    let guide = guide();
    let way = &guide.topic(&"own-privacy".into()).unwrap().ways[0];
    let steps = steps(&guide, way, Platform::IPhone);
    let down = |step: &ShownStep| {
        let marks = sketch(&guide, step, Platform::IPhone).marks;
        marks
            .iter()
            .filter(|mark| matches!(mark, Mark::Line { points, width, .. } if points.len() == 3 && *width == 2.0))
            .count()
    };
    assert_eq!(steps.iter().map(down).collect::<Vec<_>>(), [0, 0, 0, 0, 0, 2, 0]);
}

#[test]
fn where_something_is_typed_there_is_a_keyboard() {
    let guide = guide();
    let way = &guide.topic(&"phone".into()).unwrap().ways[0];
    let steps = steps(&guide, way, Platform::IPhone);
    let digits = |step: &ShownStep| texts(&sketch(&guide, step, Platform::IPhone)).contains(&"7");
    assert_eq!(steps.iter().map(digits).collect::<Vec<_>>(), [false, false, false, false, false, false, true, true]);
}

#[test]
fn each_phone_has_its_own_picture() {
    let guide = guide();
    let way = &guide.topic(&"phone".into()).unwrap().ways[0];
    for step in steps(&guide, way, Platform::IPhone) {
        assert_ne!(sketch(&guide, &step, Platform::IPhone), sketch(&guide, &step, Platform::Android));
    }
}

/// For each step: other looks first, then what to look for, then where to ask.
#[test]
fn no_step_is_a_dead_end() {
    let guide = guide();
    let mut looks = 0;
    every_step(&guide, |topic, way, step, platform| {
        let name = format!("{}/{} {}", topic.id, way.id, step.sentence);
        let hints = hints(&guide, topic, step, platform);
        let kinds: String = hints
            .iter()
            .map(|hint| match hint {
                Hint::Look { step: other, .. } => {
                    assert_ne!((&other.screen, &other.item), (&step.screen, &step.item), "{name}: nothing new");
                    assert!(sketch(&guide, other, platform).tap.is_some(), "{name}: {}", other.sentence);
                    looks += 1;
                    'l'
                }
                Hint::LookFor { .. } => 'f',
                Hint::Ask { page, .. } => {
                    assert!(page.is_some(), "{name}: no page");
                    'a'
                }
            })
            .collect();
        assert!(kinds.trim_start_matches('l') == "fa", "{name}: {kinds}");
    });
    assert!(looks >= 30, "{looks}");
}

#[test]
fn known_looks_of_a_step_are_offered_in_the_order_of_the_file() {
    let guide = guide();
    let offered = |topic: &str, way: usize, step: usize| -> Vec<String> {
        let topic = guide.topic(&topic.into()).unwrap();
        let step = &steps(&guide, &topic.ways[way], Platform::IPhone)[step];
        hints(&guide, topic, step, Platform::IPhone)
            .into_iter()
            .filter_map(|hint| if let Hint::Look { step, .. } = hint { Some(step.sentence) } else { None })
            .collect()
    };
    assert_eq!(offered("phone", 1, 4), ["Tap **Manage account**."]);
    assert_eq!(offered("phone", 0, 4), ["Tap **Account**."]);
    assert_eq!(offered("phone", 1, 6), ["Tap **Phone number**.", "Tap **Phone number**."]);
    assert_eq!(
        offered("own-privacy", 0, 6),
        [
            "Under “Who can send you direct messages”, choose **Mutual friends**.",
            "Under “Who can send you direct messages”, choose **Followers you follow back**.",
            "Under “Potential connections”, choose **Requests**.",
        ]
    );
    assert_eq!(offered("contact", 0, 5), Vec::<String>::new());
}

#[test]
fn the_other_labels_stand_beside_the_current_one() {
    let guide = guide();
    let note = |topic: &str, way: usize, step: usize| {
        let topic = guide.topic(&topic.into()).unwrap();
        steps(&guide, &topic.ways[way], Platform::IPhone)[step].note.clone().unwrap_or_default()
    };
    assert!(note("phone", 1, 4).ends_with("In older versions: **Manage account**."), "{}", note("phone", 1, 4));
    assert!(note("phone", 0, 4).ends_with("In newer versions: **Account**."), "{}", note("phone", 0, 4));
    assert!(note("app", 2, 4).ends_with("In older versions: **Clear cache**."), "{}", note("app", 2, 4));
    let several = "On some phones: **Mutual friends**, **Followers you follow back**.";
    assert!(note("own-privacy", 0, 6).ends_with(several), "{}", note("own-privacy", 0, 6));
}

#[test]
fn a_label_renamed_in_one_place_is_renamed_everywhere() {
    let (was, is) = ("Settings and privacy", "Preferences");
    let mut files = bundled::files();
    let before = String::from_utf8(files.get("screens.ron").unwrap().to_vec()).unwrap();
    assert_eq!(before.matches(was).count(), 1, "a label stands in one place");
    files.insert("screens.ron", before.replace(was, is));
    let (renamed, mistakes) = load(&files);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    let (before, after) = (guide(), renamed.unwrap());
    let mut found = 0;
    for platform in PLATFORMS {
        for (old, new) in before.topics.iter().zip(&after.topics) {
            let texts = [steps_as_text(&before, old, platform), steps_as_text(&after, new, platform)];
            assert_eq!(texts[0].replace(was, is), texts[1]);
            for (old_way, new_way) in old.ways.iter().zip(&new.ways) {
                found += usize::from(way_as_text(&before, old_way, platform, true).contains(was));
                assert!(!way_as_text(&after, new_way, platform, true).contains(was), "{}", new.id);
                let sent = parcel(&after, new, new_way, platform).unwrap();
                assert!(!sent.text.contains(was), "{}", sent.text);
                for (old_step, new_step) in
                    steps(&before, old_way, platform).iter().zip(&steps(&after, new_way, platform))
                {
                    let pictures = [sketch(&before, old_step, platform), sketch(&after, new_step, platform)];
                    let [old, new] = pictures.each_ref().map(texts_joined);
                    assert_eq!(old.replace(was, is), new);
                }
            }
        }
    }
    assert!(found >= 20, "{found}");
}

fn texts_joined(sketch: &Sketch) -> String {
    texts(sketch).join("|")
}

/// Reads a code with another program's eyes: as dots on paper, not as what we know of it.
pub(crate) fn read(code: &Code) -> String {
    let (quiet, scale) = (4, 3);
    let side = (code.side + 2 * quiet) * scale;
    let mut picture = rqrr::PreparedImage::prepare_from_bitmap(side, side, |x, y| {
        let place = |at: usize| (at / scale).checked_sub(quiet).filter(|at| *at < code.side);
        place(x).zip(place(y)).is_some_and(|(x, y)| code.dark[y * code.side + x])
    });
    let grids = picture.detect_grids();
    assert_eq!(grids.len(), 1, "one code is seen");
    grids[0].decode().unwrap().1
}

#[test]
fn every_code_is_read_back_word_for_word() {
    let guide = guide();
    let (mut whole, mut all) = (0, 0);
    for platform in PLATFORMS {
        for topic in &guide.topics {
            for way in &topic.ways {
                let sent = parcel(&guide, topic, way, platform).unwrap();
                assert_eq!(read(&sent.code), sent.text);
                assert!(sent.text.len() <= MOST_BYTES && !sent.text.contains("**"), "{}", sent.text);
                whole += usize::from(!sent.is_address);
                all += 1;
            }
        }
    }
    assert!(whole * 10 >= all * 9, "{whole} of {all} hold their steps");
}

#[test]
fn steps_too_long_for_a_code_give_the_address_of_the_page_and_without_one_nothing() {
    let guide = guide();
    let mut topic = guide.topic(&"own-privacy".into()).unwrap().clone();
    topic.ways[0].title = "x".repeat(MOST_BYTES);
    let sent = parcel(&guide, &topic, &topic.ways[0], Platform::IPhone).unwrap();
    assert!(sent.is_address);
    assert_eq!(sent.text, topic.links[0].url);
    assert_eq!(read(&sent.code), topic.links[0].url);
    topic.links.clear();
    assert!(parcel(&guide, &topic, &topic.ways[0], Platform::IPhone).is_none(), "there is nothing to send");
}
