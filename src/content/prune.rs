//! Takes out of a guide what leads nowhere, so that the rest of the program can rely on it. Says nothing: the loader has.
//!
//! Afterwards every name in the guide is the name of something in it, ids are given once, and every link may be opened.
//! A way with a step that can't be shown is left out as a whole: a missing step would mislead.

use std::collections::BTreeSet;

use super::{
    links::{check_contact, check_link},
    model::{
        Choice, Citation, Claim, Condition, Guide, MessageId, OptionId, Options, QuestionId, RuleBook, SourceId, Step,
        TopicId,
    },
    shape::MOST_OPTIONS,
    thing::Thing,
};

/// Takes the answers that were removed out of the conditions of the rules: what can't be chosen, no exception waits for.
///
/// A sign that could hold only with such an answer is left without one, for [`prune`] to take out.
pub(super) fn forget(guide: &mut Guide, removed: &BTreeSet<(Thing, String)>) {
    let is_removed = |thing, id: &str| removed.contains(&(thing, id.to_owned()));
    let about_messages = guide.message_question().map(|question| question.id.clone());
    let narrow = |Condition(question, options): &mut Condition| {
        let is_gone = is_removed(Thing::Question, question.as_str());
        let is_message = about_messages.as_ref() == Some(question);
        let before = options.len();
        options.retain(|option| !(is_gone || is_message && is_removed(Thing::Message, option.as_str())));
        options.len() == before || !options.is_empty()
    };
    let RuleBook { reasons, clashes, invariants, .. } = &mut guide.rules;
    for sign in reasons.iter_mut().flat_map(|reason| &mut reason.signs) {
        sign.when.iter_mut().for_each(|condition| _ = narrow(condition));
        sign.unless.retain_mut(narrow);
    }
    for invariant in invariants {
        invariant.when.iter_mut().for_each(|condition| _ = narrow(condition));
        invariant.unless.retain_mut(narrow);
    }
    clashes.iter_mut().flat_map(|clash| &mut clash.when).for_each(|condition| _ = narrow(condition));
}

/// Makes the guide whole in itself.
pub(super) fn prune(guide: &mut Guide) {
    duplicates(guide);
    groups(guide);
    phone(guide);
    topics(guide);
    faq(guide);
    checker(guide);
    citations(guide);
    contacts(guide);
}

fn contacts(guide: &mut Guide) {
    let hosts = &guide.manifest.trusted_hosts;
    for contact in &mut guide.brand.contacts {
        contact.link.take_if(|link| check_contact(link, hosts).is_err());
    }
}

fn first_only<T, Id: Ord + Clone>(list: &mut Vec<T>, id: impl Fn(&T) -> &Id) {
    let mut seen = BTreeSet::new();
    list.retain(|entry| seen.insert(id(entry).clone()));
}

fn duplicates(guide: &mut Guide) {
    first_only(&mut guide.manifest.groups, |group| &group.id);
    first_only(&mut guide.manifest.sources, |source| &source.id);
    first_only(&mut guide.faq.sections, |section| &section.id);
    first_only(&mut guide.faq.entries, |entry| &entry.id);
    first_only(&mut guide.questions, |question| &question.id);
    first_only(&mut guide.messages, |message| &message.id);
    first_only(&mut guide.phone.screens, |screen| &screen.id);
    first_only(&mut guide.rules.reasons, |reason| &reason.topic);
    first_only(&mut guide.brand.contacts, |contact| &contact.id);
    for question in &mut guide.questions {
        if let Options::Choose(choices) = &mut question.options {
            first_only(choices, |choice| &choice.id);
        }
    }
    for screen in &mut guide.phone.screens {
        first_only(&mut screen.items, |item| &item.id);
    }
    for topic in &mut guide.topics {
        first_only(&mut topic.ways, |way| &way.id);
    }
    guide.messages.truncate(MOST_OPTIONS);
}

fn topic_ids(guide: &Guide) -> BTreeSet<TopicId> {
    guide.topics.iter().map(|topic| topic.id.clone()).collect()
}

fn groups(guide: &mut Guide) {
    let mut left = topic_ids(guide);
    for group in &mut guide.manifest.groups {
        group.topics.retain(|id| left.remove(id));
    }
    guide.manifest.groups.retain(|group| !group.topics.is_empty());
}

fn phone(guide: &mut Guide) {
    let screens: BTreeSet<_> = guide.phone.screens.iter().map(|screen| screen.id.clone()).collect();
    for screen in &mut guide.phone.screens {
        screen.from.take_if(|from| !screens.contains(from));
        screen.instead_of.take_if(|other| !screens.contains(other));
        screen.items.retain(|item| !item.label.is_empty());
        for item in &mut screen.items {
            item.opens.take_if(|opens| !screens.contains(opens));
        }
    }
}

fn topics(guide: &mut Guide) {
    let ids = topic_ids(guide);
    let (hosts, phone) = (&guide.manifest.trusted_hosts, &guide.phone);
    for topic in &mut guide.topics {
        let mut seen = BTreeSet::from([topic.id.clone()]);
        topic.related.retain(|id| ids.contains(id) && seen.insert(id.clone()));
        topic.links.retain(|link| check_link(&link.url, hosts).is_ok());
        topic.ways.retain(|way| {
            way.steps.iter().all(|step| match step {
                Step::Tap { screen, item, .. } | Step::Do { screen: Some(screen), item: Some(item), .. } => {
                    phone.item(screen, item).is_some()
                }
                Step::Do { item, .. } => item.is_none(),
            })
        });
        for step in topic.ways.iter_mut().flat_map(|way| &mut way.steps) {
            if let Step::Do { screen, .. } = step {
                screen.take_if(|screen| phone.screen(screen).is_none());
            }
        }
    }
}

fn faq(guide: &mut Guide) {
    let ids = topic_ids(guide);
    let sections: BTreeSet<_> = guide.faq.sections.iter().map(|section| section.id.clone()).collect();
    guide.faq.entries.retain(|entry| sections.contains(&entry.section));
    for entry in &mut guide.faq.entries {
        entry.topics.retain(|id| ids.contains(id));
    }
}

fn checker(guide: &mut Guide) {
    let ids = topic_ids(guide);
    guide.queries.retain(|query| ids.contains(&query.topic));
    guide.messages.retain(|message| ids.contains(&message.topic));
    guide.rules.reasons.retain(|reason| ids.contains(&reason.topic));
    let answers = Answers::of(guide);
    let mut before = BTreeSet::new();
    for question in &mut guide.questions {
        question.ask_when.retain(|condition| before.contains(&condition.0) && answers.allow(condition));
        before.insert(question.id.clone());
        // Better no advice than advice to somebody who can't follow it.
        let is_free = question.locked_when.iter().all(|condition| answers.allow(condition));
        question.locked_when.retain(|condition| answers.allow(condition));
        let Options::Choose(choices) = &mut question.options else { continue };
        for Choice { id, can_become, .. } in choices {
            can_become.retain(|other| is_free && other != id && answers.has(&question.id, other));
        }
    }
    let allow = |conditions: &[Condition]| conditions.iter().all(|condition| answers.allow(condition));
    for reason in &mut guide.rules.reasons {
        reason.signs.retain(|sign| !sign.when.is_empty() && allow(&sign.when) && allow(&sign.unless));
    }
    guide.rules.clashes.retain(|clash| !clash.when.is_empty() && allow(&clash.when));
    let reasons: BTreeSet<_> = guide.rules.reasons.iter().map(|reason| &reason.topic).collect();
    guide.rules.invariants.retain(|invariant| {
        let mut topics = invariant.first.iter().chain(&invariant.never_first).chain(&invariant.never_shown);
        topics.all(|topic| reasons.contains(topic)) && allow(&invariant.when) && allow(&invariant.unless)
    });
    guide
        .rules
        .situations
        .retain(|situation| situation.first.iter().all(|topic| reasons.contains(topic)) && allow(&situation.answers));
}

/// All answers that there are.
struct Answers {
    options: BTreeSet<(QuestionId, OptionId)>,
    about_messages: BTreeSet<QuestionId>,
    messages: BTreeSet<MessageId>,
}

impl Answers {
    fn of(guide: &Guide) -> Self {
        let mut answers = Self {
            options: BTreeSet::new(),
            about_messages: BTreeSet::new(),
            messages: guide.messages.iter().map(|message| message.id.clone()).collect(),
        };
        for question in &guide.questions {
            match &question.options {
                Options::Choose(choices) => {
                    answers.options.extend(choices.iter().map(|choice| (question.id.clone(), choice.id.clone())));
                }
                Options::Messages => _ = answers.about_messages.insert(question.id.clone()),
            }
        }
        answers
    }

    fn has(&self, question: &QuestionId, option: &OptionId) -> bool {
        self.options.contains(&(question.clone(), option.clone()))
    }

    fn allow(&self, Condition(question, options): &Condition) -> bool {
        !options.is_empty()
            && options.iter().all(|option| {
                self.has(question, option)
                    || (self.about_messages.contains(question)
                        && self.messages.contains(&MessageId::from(option.as_str())))
            })
    }
}

fn citations(guide: &mut Guide) {
    let sources: BTreeSet<SourceId> = guide.manifest.sources.iter().map(|source| source.id.clone()).collect();
    let keep = |citations: &mut Vec<Citation>| citations.retain(|citation| sources.contains(&citation.0));
    let keep_all = |claims: &mut Vec<Claim>| claims.iter_mut().for_each(|claim| keep(&mut claim.sources));
    for topic in &mut guide.topics {
        keep_all(&mut topic.about);
        keep_all(&mut topic.differences);
        keep_all(&mut topic.good_to_know);
        topic.ways.iter_mut().for_each(|way| keep(&mut way.sources));
    }
    guide.faq.entries.iter_mut().for_each(|entry| keep_all(&mut entry.answer));
    guide.messages.iter_mut().for_each(|message| keep(&mut message.meaning.sources));
    guide.phone.screens.iter_mut().for_each(|screen| keep(&mut screen.sources));
}
