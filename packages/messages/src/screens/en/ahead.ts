/** What a change would do, moving an agreement to another version of its template, and playing it forward. */
export const ahead = {
  migrate: {
    title: 'Move to another version', lead: 'Steps are counted by the newer version. What is done, sent or set by hand stays. Nothing is saved before you say so.',
    newest: 'This agreement follows the newest version already.', to: 'Version', rest: 'All other steps', restRecompute: 'Counted by the new rules', restKeep: 'Keep their dates',
    changes: { keep: 'Stays', shift: 'Another date', recompute: 'Same date', add: 'New', remove: 'Given up', leaveOut: 'Does not apply' },
    decision: 'Decision', decisions: { none: 'As the rules say', keep: 'Keep', recompute: 'Count anew', add: 'Add', leaveOut: 'Leave out', remove: 'Give up', shift: 'Shift by days' }, days: 'Days',
    same: 'Steps whose date stays: %{count}',
    reminder: { moves: 'from %{from} to %{to}', appears: 'new, on %{to}', vanishes: 'no longer sent (was %{from})' },
    reminders: '%{smart_count} reminder changes |||| %{smart_count} reminders change', save: 'Move the agreement', done: 'The agreement follows the other version.', unchanged: 'Steps that stay as they are: %{count}',
  },
  preview: {
    later: '%{smart_count} day later |||| %{smart_count} days later', earlier: '%{smart_count} day earlier |||| %{smart_count} days earlier',
    original: 'originally %{date}: %{shift} in all', pinned: 'set by hand from now on', opens: 'Opens', appears: 'Steps that come into sight: %{count}',
    sent: 'Already sent: %{count}', sentOn: 'sent on %{date}', onItsWay: 'not sent yet',
    otherwise: 'Saved. Other dates moved than were shown, because somebody changed the plan meanwhile: please look at it again.',
  },
  renewal: {
    title: 'Renewal window', lead: 'The term ends on %{date}. Until then, say whether the agreement is renewed, amended or ends.',
    over: 'The term ended on %{date} while the agreement was suspended. Say until when it was renewed before it is resumed, or end it.',
    renew: { verb: 'Renew', what: 'Record until when it was renewed: the plan is laid out further, and what prepared this end comes again for the new one.' },
    amend: { verb: 'Amend', what: 'Move it to the version of its path that carries the change, or record the dates that were agreed anew.' },
    end: { verb: 'Let it end', what: 'There is nothing to record: the day after its term the agreement is over and its unfinished steps are given up. It can also be ended before.' },
    until: 'Renewed until', later: 'The new end must lie after %{date}.', done: 'The renewal is recorded.',
  },
  simulate: {
    title: 'Play forward', lead: 'What would happen if every step were done so many days after its date. Nothing is saved and nobody is written to.',
    years: 'Years', daysLate: 'Days late', termYears: 'Term in years (empty: without end)', run: 'Play', until: 'Played until %{date}',
    steps: 'Steps', mails: 'Mails', events: 'Reference dates', assumed: 'assumed', due: 'due %{date}', done: 'done %{date}', noMails: 'No mail would leave.',
    choose: 'Choose a template to play.', known: 'Dates that are known', create: 'Open the agreement', anyHome: 'The first of the club', anyPartner: 'None in particular', anyLanguage: 'language of the partner city',
    line: 'Line of time', inYear: '%{year}: steps %{steps}, mails %{mails}', signs: { holiday: 'holiday', done: 'step done', due: 'step still due', event: 'reference date', mail: 'mail' }, onlyFirst: 'The first %{count} mails are shown.',
  },
};
