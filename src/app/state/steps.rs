//! The steps of a topic: which is in hand, which are done, and what to offer where the phone looks different.

use super::State;
use crate::app::{Library, Saved};
use crate::content::model::{Topic, TopicId, Way, WayId};
use crate::phone::{self, Hint};

/// What the person did not see, and how often they said so.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct NotThere {
    topic: TopicId,
    step: (WayId, usize),
    times: usize,
}

impl State {
    /// The way in hand on a topic's page: the one whose step was chosen last, or else the first.
    pub fn way_in_hand<'a>(&self, topic: &'a Topic) -> Option<&'a Way> {
        let chosen = self.saved.in_hand.get(&topic.id).map(|(way, _)| way);
        topic.ways.iter().find(|way| Some(&way.id) == chosen).or_else(|| topic.ways.first())
    }

    /// The step in hand: the one that was chosen, or else the first of the way in hand that is not ticked off.
    /// `None` where all of the way's steps are ticked or there is none.
    pub fn step_in_hand(&self, library: &Library, topic: &Topic) -> Option<(WayId, usize)> {
        let way = self.way_in_hand(topic)?;
        let steps = shown_steps(library, way, &self.saved);
        let chosen = self.saved.in_hand.get(&topic.id).and_then(|(_, step)| *step).filter(|step| steps.contains(step));
        let open = || steps.iter().copied().find(|step| !self.saved.is_ticked(&topic.id, &way.id, *step));
        chosen.or_else(open).map(|step| (way.id.clone(), step))
    }

    /// What to offer for the step in hand, where the person said that they do not see what it speaks of.
    pub fn hint_in_hand<'a>(&self, library: &'a Library, topic: &'a Topic) -> Option<Hint<'a>> {
        let step = self.step_in_hand(library, topic)?;
        let not_there = self.not_there.as_ref().filter(|said| said.topic == topic.id && said.step == step)?;
        let mut hints = self.hints(library, topic)?;
        (not_there.times <= hints.len()).then(|| hints.swap_remove(not_there.times - 1))
    }

    fn hints<'a>(&self, library: &'a Library, topic: &'a Topic) -> Option<Vec<Hint<'a>>> {
        let way = self.way_in_hand(topic)?;
        let (_, index) = self.step_in_hand(library, topic)?;
        let steps = phone::steps(&library.guide, way, self.saved.platform);
        let step = steps.iter().find(|step| step.index == index)?;
        Some(phone::hints(&library.guide, topic, step, self.saved.platform))
    }

    pub(super) fn take_step(&mut self, library: &Library, id: TopicId, way: WayId, step: usize) {
        let topic = library.guide.topic(&id);
        if topic.is_some_and(|topic| topic.ways.iter().any(|known| known.id == way && step < known.steps.len())) {
            self.saved.in_hand.insert(id, (way, Some(step)));
        }
    }

    pub(super) fn tick(&mut self, topic: &TopicId, way: &WayId, step: usize) {
        let ticked = !self.saved.is_ticked(topic, way, step);
        self.saved.tick(topic, way, step, ticked);
        // The next open step comes in hand by itself; a step whose tick was taken away is in hand again.
        self.saved.in_hand.insert(topic.clone(), (way.clone(), (!ticked).then_some(step)));
    }

    /// The last thing to offer stays.
    pub(super) fn say_not_there(&mut self, library: &Library, id: &TopicId) {
        let Some(topic) = library.guide.topic(id) else { return };
        let Some(step) = self.step_in_hand(library, topic) else { return };
        let before = self.not_there.take().filter(|said| said.topic == *id && said.step == step);
        let most = self.hints(library, topic).map_or(0, |hints| hints.len());
        let times = (before.map_or(0, |said| said.times) + 1).min(most);
        self.not_there = Some(NotThere { topic: id.clone(), step, times });
    }

    /// After the last step of a way its first open step comes in hand, or none: another way is another try, which the
    /// person begins.
    pub(super) fn next_step(&mut self, library: &Library, id: &TopicId) {
        let Some(topic) = library.guide.topic(id) else { return };
        let Some((way_id, step)) = self.step_in_hand(library, topic) else { return };
        let Some(way) = self.way_in_hand(topic) else { return };
        self.saved.tick(id, &way_id, step, true);
        let later = shown_steps(library, way, &self.saved).into_iter().find(|later| *later > step);
        self.saved.in_hand.insert(id.clone(), (way_id, later));
    }

    pub(super) fn previous_step(&mut self, library: &Library, id: &TopicId) {
        let Some(topic) = library.guide.topic(id) else { return };
        let Some(way) = self.way_in_hand(topic) else { return };
        let in_hand = self.step_in_hand(library, topic).map_or(usize::MAX, |(_, step)| step);
        let before = shown_steps(library, way, &self.saved).into_iter().rfind(|step| *step < in_hand);
        if let Some(step) = before {
            self.saved.tick(id, &way.id, step, false);
            self.saved.in_hand.insert(id.clone(), (way.id.clone(), Some(step)));
        }
    }
}

/// The steps of a way on the person's phone, by their place in the way.
pub(super) fn shown_steps(library: &Library, way: &Way, saved: &Saved) -> Vec<usize> {
    phone::steps(&library.guide, way, saved.platform).into_iter().map(|step| step.index).collect()
}
