/** The time that the law gives, what became of it, and what the law of a country says. */
export const legal = {
  title: 'Legal periods', lead: 'The time that the law gives an authority, counted from the receipt. The program never moves such a date and never decides what a silence means.',
  clocks: 'Periods that run or were answered', none: 'No period runs.', noneHint: 'A period begins when the receipt of a file is recorded as a date of reference.',
  step: 'Step', agreement: 'Agreement', received: 'Received', lastDay: 'Last day', days: '%{smart_count} day |||| %{smart_count} days', state: 'State',
  running: 'Running: %{smart_count} day left |||| Running: %{smart_count} days left', asking: 'The time has passed: what became of it?', answered: '%{outcome}, %{date}',
  dayOff: 'The last day is a day of rest. The law sets it: it is not moved.', provisional: 'Counted over a day off that is only estimated.',
  answer: 'Record the outcome', outcome: 'Outcome', outcomes: { visa: 'Visa', refusal: 'Refusal', silence: 'Silence of the authority' },
  means: 'What the silence means', meanings: { accepted: 'Tacit agreement', refused: 'Tacit refusal' }, on: 'Date', note: 'Explanation, or why there is no document', saved: 'The outcome is recorded.',
  notes: 'What the law says', noteLead: 'Each note is to be verified by the legal reviewer.', country: 'Country', text: 'Note', source: 'Source', confirm: 'Confirm', toVerify: 'To verify', confirmed: 'Confirmed by %{name} on %{date}', noNotes: 'No note is entered.',
};
