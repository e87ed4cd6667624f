/** What a change would do, moving an agreement to another version of its template, and playing it forward. */
export const ahead = {
  migrate: {
    title: 'Move to another version', lead: 'Steps are counted by the newer version. What is done, sent or set by hand stays. Nothing is saved before you say so.',
    newest: 'This agreement follows the newest version already.', to: 'Version', rest: 'All other steps', restRecompute: 'Counted by the new rules', restKeep: 'Keep their dates',
    changes: { keep: 'Stays', shift: 'Another date', recompute: 'Same date', add: 'New', remove: 'Given up', leaveOut: 'Does not apply' },
    decision: 'Decision', decisions: { none: 'As the rules say', keep: 'Keep', recompute: 'Count anew', add: 'Add', leaveOut: 'Leave out', remove: 'Give up', shift: 'Shift by days' }, days: 'Days',
    reminders: '%{smart_count} reminder changes |||| %{smart_count} reminders change', save: 'Move the agreement', done: 'The agreement follows the other version.', unchanged: 'Steps that stay as they are: %{count}',
  },
  preview: {
    later: '%{smart_count} day later |||| %{smart_count} days later', earlier: '%{smart_count} day earlier |||| %{smart_count} days earlier',
    original: 'originally %{date}: %{shift} in all', pinned: 'set by hand from now on', opens: 'Opens', appears: 'Steps that come into sight: %{count}',
    sent: 'Already sent: %{count}', sentOn: 'sent on %{date}', onItsWay: 'not sent yet',
    otherwise: 'Saved. Other dates moved than were shown, because somebody changed the plan meanwhile: please look at it again.',
  },
  simulate: {
    title: 'Play forward', lead: 'What would happen if every step were done so many days after its date. Nothing is saved and nobody is written to.',
    years: 'Years', daysLate: 'Days late', termYears: 'Term of the convention in years (empty: without end)', run: 'Play', until: 'Played until %{date}',
    steps: 'Steps', mails: 'Mails', events: 'Reference dates', assumed: 'assumed', due: 'due %{date}', done: 'done %{date}', noMails: 'No mail would leave.',
  },
};
