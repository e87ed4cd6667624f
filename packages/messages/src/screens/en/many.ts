/** One command to many milestones. */
export const many = {
  title: 'The selected steps', pick: 'Select %{name}', pickPage: 'Select all steps of this page', chosen: '%{smart_count} step selected |||| %{smart_count} steps selected', clear: 'Clear the selection',
  tooMany: 'At most %{most} steps at a time: take some out.', lead: 'Each step is recorded or refused by itself.', preview: 'Preview', close: 'Close', sameCounterpart: 'stays the same',
  summary: 'Recorded: %{done} of %{all}.', wouldSummary: 'Possible: %{done} of %{all}.', nothingSaved: 'Nothing is saved yet.', refusedStay: 'What was refused stays selected.',
  done: 'Recorded', canBeDone: 'Possible', moves: 'moves %{smart_count} other step |||| moves %{smart_count} other steps',
};
