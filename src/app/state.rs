//! What the window shows, and how each action changes it.

use std::collections::BTreeSet;

use super::{Action, Dialog, Effect, Focus, Library, Notice, Page, Saved};
use crate::content::model::{FaqId, MessageId, QuestionId, TopicId};
use crate::rules::{Change, Enough, Finding, Fix, Interview};
use crate::search::{Found, Hit, Kind, Query};

/// The card for a person who is scared, pressed or threatened: one click away from every page.
pub const SAFETY: &str = "safety";

/// The card on reaching somebody who can help.
pub const CONTACT: &str = "contact";

/// How far Back remembers.
const MAX_HISTORY: usize = 100;
/// Cards shown under the questions of the FAQ at most.
const MAX_REASONS: usize = 6;

/// Everything that the window shows and the guide does not say.
#[derive(Clone, Debug)]
pub struct State {
    /// Where the person is.
    pub page: Page,
    /// Counts the pages opened, so that each visit scrolls by itself and Back finds its place again.
    pub visit: u64,
    /// The words in the guide's search field.
    pub search: String,
    /// What they found.
    pub hits: Vec<Hit>,
    /// Nothing holds the words: the hits are only the nearest cards.
    pub is_guess: bool,
    /// The on-screen message that was recognised in them.
    pub recognised: Option<MessageId>,
    /// The words in the FAQ's filter.
    pub faq_filter: String,
    /// The same, ready to be marked in the answers.
    pub faq_query: Query,
    /// The entries that it leaves, best first.
    pub faq_found: Vec<FaqId>,
    /// The cards that it finds.
    pub faq_topics: Vec<TopicId>,
    /// The unfolded FAQ entries.
    pub faq_open: BTreeSet<FaqId>,
    /// An FAQ entry to scroll to once.
    pub faq_target: Option<FaqId>,
    /// What the answers say.
    pub finding: Finding,
    /// The question that would help most.
    pub next_question: Option<QuestionId>,
    /// Can no further answer put another reason first?
    pub settled: bool,
    /// Which of the answers are enough for the first reason.
    pub enough: Option<Enough>,
    /// The nearest change that readers can make themselves and that leads elsewhere.
    pub change: Option<Change>,
    /// The interview under way, where the form is not shown.
    pub interview: Option<Interview>,
    /// The open question of the interview.
    pub open_question: Option<QuestionId>,
    /// What is left to try, likely and quick first.
    pub fixes: Vec<Fix>,
    /// The case code of the answers.
    pub case: String,
    /// The text in the field for a case code.
    pub case_text: String,
    /// A question that the window asks before it goes on.
    pub dialog: Option<Dialog>,
    /// Something to say at the bottom of the window.
    pub notice: Option<Notice>,
    /// What takes the keyboard's focus in the next frame.
    pub focus: Option<Focus>,
    /// What is kept between runs.
    pub saved: Saved,
    history: Vec<(Page, u64)>,
    visits: u64,
    not_there: Option<steps::NotThere>,
}

impl State {
    /// A window that has just been opened.
    pub fn new(library: &Library, saved: Saved) -> Self {
        let mut state = Self {
            page: Page::Guide,
            visit: 0,
            search: String::new(),
            hits: Vec::new(),
            is_guess: false,
            recognised: None,
            faq_filter: String::new(),
            faq_query: Query::default(),
            faq_found: library.index.questions(""),
            faq_topics: Vec::new(),
            faq_open: BTreeSet::new(),
            faq_target: None,
            finding: library.checker.diagnose(&saved.answers),
            next_question: None,
            settled: false,
            enough: None,
            change: None,
            interview: None,
            open_question: None,
            fixes: Vec::new(),
            case: String::new(),
            case_text: String::new(),
            dialog: None,
            notice: None,
            focus: None,
            saved,
            history: Vec::new(),
            visits: 0,
            not_there: None,
        };
        state.weigh(library);
        state
    }

    /// The page that Back leads to.
    pub fn page_before(&self) -> Option<&Page> {
        self.history.last().map(|(page, _)| page)
    }

    /// Carries an action out. What has to be done outside is returned.
    pub fn apply(&mut self, library: &Library, action: Action) -> Option<Effect> {
        match action {
            Action::Go(page) => self.go(page),
            Action::OpenNamed(id) => match library.guide.topic(&id.as_str().into()) {
                Some(topic) => self.go(Page::Topic(topic.id.clone())),
                None => self.notice = Some(Notice::NoSuchCard(id)),
            },
            Action::Back => self.back(),
            Action::Search => self.start_search(),
            Action::Searched(words) => self.search_for(library, words),
            Action::ForgetSearches => self.saved.searches.clear(),
            Action::OpenFirstHit => {
                if let Some(hit) = self.hits.first().cloned() {
                    self.open_hit(library, hit);
                }
            }
            Action::OpenHit(hit) => self.open_hit(library, hit),
            Action::FilterFaq(words) => self.filter_faq(library, words),
            Action::ToggleFaq(id) => {
                if !self.faq_open.remove(&id) {
                    self.faq_open.insert(id);
                }
            }
            Action::OpenFaq(id) => self.open_faq(library, id),
            Action::TakeStep(topic, way, step) => self.take_step(library, topic, way, step),
            Action::TickStep(topic, way, step) => self.tick(&topic, &way, step),
            Action::NextStep(topic) => self.next_step(library, &topic),
            Action::PreviousStep(topic) => self.previous_step(library, &topic),
            Action::ClearSteps(topic) => {
                self.saved.ticked.remove(&topic);
                self.saved.in_hand.remove(&topic);
                self.not_there = None;
            }
            Action::NotThere(topic) => self.say_not_there(library, &topic),
            Action::UsualLook(_) => self.not_there = None,
            Action::SendToPhone(topic, way) => self.dialog = Some(Dialog::SendToPhone(topic, way)),
            Action::Helped(topic, helped) => self.helped(library, topic, helped),
            Action::Answer(question, option) => self.answer(library, question, option),
            Action::Interview(one_at_a_time) => self.interview(library, one_at_a_time),
            Action::Skip(question) => self.skip(library, question),
            Action::PreviousQuestion => self.take_up(library, None),
            Action::TakeUp(question) => self.take_up(library, Some(question)),
            Action::TypeCase(text) => self.case_text = text,
            Action::OpenCase => self.open_case(library),
            Action::NotSure(question) if self.interview.is_some() => self.skip(library, question),
            Action::NotSure(question) => self.not_sure(library, question),
            Action::KeepAnswer(question) => self.keep_answer(library, question),
            Action::DescribeMessage(text) => self.describe_message(library, text),
            Action::PickMessage(question, option, text) => {
                self.saved.message_text = text;
                self.answer(library, question, option);
            }
            Action::FaqShown => self.faq_target = None,
            Action::CheckMessage(text) => {
                self.describe_message(library, text);
                self.go(Page::Checker);
            }
            Action::StartOver => self.start_over(library),
            Action::Copy(text) => {
                self.notice = Some(Notice::Copied);
                return Some(Effect::Copy(text));
            }
            Action::AskToOpen(text, url) => self.dialog = Some(Dialog::OpenPage { text, url }),
            Action::AskToDelete => self.dialog = Some(Dialog::DeleteSaved),
            Action::Confirm => return self.confirm(library),
            Action::Cancel => {
                self.dialog = None;
                self.focus = Some(Focus::Again);
            }
            Action::DismissNotice => self.notice = None,
            Action::Edit(file) => return Some(Effect::Edit(file)),
            Action::UseTheme(theme) => self.saved.theme = theme,
            Action::UseTextSize(size) => self.saved.text_size = size,
            Action::StepTextSize(up) => self.saved.text_size = self.saved.text_size.step(up),
            Action::UsePlatform(platform) => self.saved.platform = platform,
            Action::UseMotion(motion) => self.saved.motion = motion,
        }
        None
    }

    fn go(&mut self, page: Page) {
        self.focus = Some(Focus::PageTop);
        if page == self.page {
            return;
        }
        self.notice = None;
        let left = std::mem::replace(&mut self.page, page);
        self.history.push((left, self.visit));
        if self.history.len() > MAX_HISTORY {
            self.history.remove(0);
        }
        self.visits += 1;
        self.visit = self.visits;
    }

    fn back(&mut self) {
        if let Some((page, visit)) = self.history.pop() {
            self.page = page;
            self.visit = visit;
            self.notice = None;
            self.focus = Some(Focus::Again);
        }
    }

    fn start_search(&mut self) {
        self.go(Page::Guide);
        self.focus = Some(Focus::Search);
    }

    fn search_for(&mut self, library: &Library, words: String) {
        self.recognised = library.recogniser.recognise(&words);
        let Found { hits, is_guess } = library.index.search(&words, self.recognised.as_ref());
        (self.hits, self.is_guess) = (hits, is_guess);
        self.search = words;
    }

    /// What led somewhere is worth keeping among the recent searches.
    fn open_hit(&mut self, library: &Library, hit: Hit) {
        self.saved.remember_search(&self.search);
        match (hit.kind, hit.topic) {
            (Kind::Faq(id), _) => self.open_faq(library, id),
            (Kind::Topic | Kind::Message(_), Some(topic)) => self.go(Page::Topic(topic)),
            (Kind::Topic | Kind::Message(_), None) => {}
        }
    }

    fn open_faq(&mut self, library: &Library, id: FaqId) {
        self.filter_faq(library, String::new());
        self.faq_open.insert(id.clone());
        self.faq_target = Some(id);
        self.go(Page::Faq);
    }

    /// Another guide is shown from now on, on the same page: what was made from the old one is made anew.
    pub fn adopt(&mut self, library: &Library) {
        self.search_for(library, self.search.clone());
        self.find_questions(library, &self.faq_filter.clone());
        self.weigh(library);
    }

    fn find_questions(&mut self, library: &Library, words: &str) {
        self.faq_found = library.index.questions(words);
        self.faq_query = library.index.query(words);
        let Found { hits, is_guess } = library.index.search(words, None);
        let cards = hits.into_iter().filter(|hit| !is_guess && hit.kind == Kind::Topic);
        self.faq_topics = cards.filter_map(|hit| hit.topic).take(MAX_REASONS).collect();
    }

    /// The first entry that a filter leaves is unfolded, so that the words that matched are seen.
    fn filter_faq(&mut self, library: &Library, words: String) {
        self.find_questions(library, &words);
        self.faq_open.clear();
        if !words.trim().is_empty() {
            self.faq_open.extend(self.faq_found.first().cloned());
        }
        self.faq_filter = words;
    }

    /// “Not yet” leads to what is worth trying next; when all is tried, to TikTok's support.
    fn helped(&mut self, library: &Library, topic: TopicId, helped: bool) {
        if helped {
            self.notice = Some(Notice::Helped);
            return;
        }
        self.saved.tried.insert(topic);
        if self.saved.answers.is_empty() {
            self.go(Page::Checker);
            self.notice = Some(Notice::AnswerFirst);
            return;
        }
        self.weigh(library);
        let Some(next) = self.fixes.first().map(|fix| Page::Topic(fix.topic.clone())) else { return };
        if next == self.page {
            self.notice = Some(Notice::AllTried);
        } else {
            self.go(next);
        }
    }

    fn confirm(&mut self, library: &Library) -> Option<Effect> {
        self.focus = Some(Focus::Again);
        match self.dialog.take()? {
            Dialog::OpenCase(answers) => {
                self.show_case(library, answers);
                None
            }
            Dialog::OpenPage { url, .. } => match library.check_address(&url) {
                Ok(()) => Some(Effect::Open(url)),
                Err(fault) => {
                    self.notice = Some(Notice::LinkRefused(fault.to_string()));
                    None
                }
            },
            Dialog::SendToPhone(..) => None,
            Dialog::DeleteSaved => {
                self.saved = Saved::default();
                self.interview = None;
                self.weigh(library);
                self.notice = Some(Notice::Deleted);
                Some(Effect::DeleteSaved)
            }
        }
    }
}

mod answers;
mod steps;
#[cfg(test)]
mod tests;
