// Guards that no test can miss, each with the reason why the program does the same without it. `near`: the lines around it.
export const EQUIVALENT = [
  { store: 'forecast.store.ts', text: "o.state = 'planned'", near: /SELECT o\.person_id FROM reminder o/, reason: 'whoever has nothing planned of these agreements brings only mails that do not speak of them, and those are left out afterwards: it saves reading them' },
];
