/** The time that the law gives, what became of it, and what the law of a country says. */
export const legal = {
  title: 'Legal periods', lead: 'The time that the law gives an authority, counted from the receipt. The program never moves such a date and never decides what a silence means.',
  none: 'No period runs.', noneHint: 'A period begins when the receipt of a file is recorded as a date of reference.',
  step: 'Step', agreement: 'Agreement', received: 'Received', lastDay: 'Last day', days: '%{smart_count} day |||| %{smart_count} days', state: 'State',
  running: 'Running: %{smart_count} day left |||| Running: %{smart_count} days left', asking: 'The time has passed: what became of it?', doneOtherwise: 'Done on %{date}, without a recorded outcome', answered: '%{outcome}, %{date}',
  dayOff: 'The last day is a day of rest. The law sets it: it is not moved.', provisional: 'Counted over a day off that is only estimated.',
  answer: 'Record the outcome', 
  means: 'What the silence means', note: 'Explanation, or why there is no document', saved: 'The outcome is recorded.',
  notes: 'What the law says', noteLead: 'Each note is to be verified by the legal reviewer.', country: 'Country', source: 'Source', confirm: 'Confirm', confirmed: 'Confirmed by %{name} on %{date}', noNotes: 'No note is entered.',
  view: 'Legal periods and what the law says', open: 'Waiting for an answer', closed: 'Answered',
  addNote: 'Add a note', editNote: 'Change a note', noteOf: 'The step it speaks of', noteSays: 'What the law says', length: 'Length in days', lengthHint: 'How many days the law gives. Empty where the note is not about a length.', sourceHint: 'The law and its article, such as “113-14, 118”.',
  again: 'This note is confirmed. Once it is changed it is to be verified again.', onlyReviewer: 'The note is shown as “to verify” until the legal reviewer confirms it.', confirmDone: 'The note is confirmed.',
  period: 'Legal period', day: 'Day %{day} of %{days}', over: 'Over since yesterday |||| Over for %{smart_count} days', mustAnswer: 'Who must answer', law: 'What the law says', noLaw: 'No note on the law of %{country} is entered for this step.',
  otherLength: 'A note names another length: %{length}. The plan counts %{days}. Ask the legal reviewer which one holds.', proof: 'The proof', noProof: 'None', openProof: 'Open the proof',
  ask: 'What did the authority answer?', silenceFrom: 'A silence can be recorded from %{date} on.', silenceAsk: 'The program does not know what this silence means in law. You decide it, and your reason is kept with your name.', chooseMeaning: 'Choose what it means', reason: 'Reason, and what it rests on', answeredOn: 'Date of the answer', decidedOn: 'Date of the decision',
  silences: 'Legal periods that passed without an answer', silence: '%{who} has not answered. The period ended on %{date}.', askThem: 'Ask what became of it, then record the outcome.', askReviewer: 'Ask what became of it: the legal reviewer records the outcome.', allSilences: 'All of them (%{count})',
};
