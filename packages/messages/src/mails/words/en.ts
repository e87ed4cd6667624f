import type { MailWords } from './shape.js';

const noAccount = 'To answer, simply reply to this mail; no account is needed. Tell us in a few words whether it is done (with the date and, if you can, the document), whether you need more time, whether somebody else should be asked, or what stands in the way.';

export const en: MailWords<'one'> = {
  greeting: 'Dear {name},',
  closing: 'With kind regards,',
  reply: 'To answer, reply to this mail: your message goes to {coordinator}.',
  automatic: 'This message was prepared automatically by the follow-up programme of the {club}.',
  reason: {
    owner: 'You receive this mail because you are in charge of this follow-up.',
    counterpart: 'You receive this mail because you are your city’s focal point for this agreement.',
    coordinator: 'You receive this mail because you coordinate this follow-up.',
    president: 'You receive this mail as president of the commune, with the coordinator’s approval.',
    mayor: 'You receive this mail as head of the partner city, with the coordinator’s approval.',
    council: 'You receive this mail as a member of the International Coordination Council, with the coordinator’s approval.',
    several: 'You receive this mail because you take part in this follow-up or coordinate it.',
  },
  accountReason: 'You receive this mail because an account was opened, or a new password asked for, with the address {email}.',
  testReason: 'You receive this mail because a test was asked for from the dashboard.',
  steps: {
    subject: {
      one: 'Reminder: {title} – {agreement}',
      many: { by: 'n', one: '{n} step to follow up – {date}', other: '{n} steps to follow up – {date}' },
      weekly: { by: 'n', one: 'Weekly summary: {n} step to follow up – {date}', other: 'Weekly summary: {n} steps to follow up – {date}' },
      catchUp: { by: 'n', one: 'Catch-up after an interruption: {n} step – {date}', other: 'Catch-up after an interruption: {n} steps – {date}' },
      escalationOne: 'For your attention: {title} – {agreement}',
      escalationMany: { by: 'n', one: 'For your attention: {n} step behind schedule – {date}', other: 'For your attention: {n} steps behind schedule – {date}' },
    },
    heading: {
      due: 'A step falls due soon', today: 'A step is due today', late: 'A step is past its due date',
      many: { by: 'n', one: '{n} step to follow up', other: '{n} steps to follow up' },
    },
    intro: {
      owner: { by: 'n', one: 'This is a reminder of the following step, which you are in charge of following:', other: 'This is a reminder of the following steps, which you are in charge of following:' },
      counterpart: { by: 'n', one: 'This is a reminder of the following step of our agreement. We would be glad to hear how it stands:', other: 'This is a reminder of the following steps of our agreement. We would be glad to hear how they stand:' },
      coordinator: { by: 'n', one: 'The following step is past its due date:', other: 'The following steps are past their due date:' },
      president: { by: 'n', one: 'We respectfully bring to your attention the following step, which is past its due date:', other: 'We respectfully bring to your attention the following steps, which are past their due date:' },
      mayor: { by: 'n', one: 'We respectfully bring to your attention the following step of our agreement, which is past its due date:', other: 'We respectfully bring to your attention the following steps of our agreement, which are past their due date:' },
      council: { by: 'n', one: 'We bring to the attention of the Council the following step, which is past its due date:', other: 'We bring to the attention of the Council the following steps, which are past their due date:' },
      several: { by: 'n', one: 'Here is the step that needs your attention:', other: 'Here are the steps that need your attention:' },
    },
    catchUpIntro: 'An interruption of our service kept some reminders from reaching you in time; please excuse us. Here, in one mail, is what still stands:',
    lateNote: 'This mail was due to leave on {date}; an interruption of our service delayed it. Please excuse us.',
    ask: {
      owner: 'Once a step is done, open it and submit it with its date. If the date cannot be kept, change it there and say why, or tell the coordinator.',
      counterpart: noAccount,
      coordinator: 'Please see with the person in charge what is needed for it to move forward.',
      president: 'Your support would help this step to be completed. The coordinator is at your disposal for any detail.',
      mayor: 'Your support would help this step to be completed. To answer, simply reply to this mail.',
      council: 'The coordinator is at the disposal of the Council for any detail. To answer, simply reply to this mail.',
      several: 'Once a step is done, open it and submit it with its date. If a date cannot be kept, change it there and say why.',
    },
    openStep: 'Open the step',
    openDashboard: 'Open the dashboard',
    dueLabel: 'Due:',
    stageLabel: 'Stage:',
    waitingLabel: 'Waiting on:',
    evidenceLabel: 'Expected document:',
    ownerLabel: 'In charge:',
  },
  mandates: {
    title: 'Successors to name', intro: 'The mandate of the following people ends within sixty days, or has ended. Please name who comes next: their unfinished steps are then handed over at once.',
    until: 'Mandate until {date}', steps: { by: 'n', one: '{n} unfinished step', other: '{n} unfinished steps' }, open: 'Name the successor',
  },
  account: {
    invitation: {
      subject: 'Invitation to the dashboard of the {club}', heading: 'You are invited to the dashboard',
      intro: '{inviter} invites you to the dashboard on which the {club} follows its agreements. Your account is {email}. To begin, choose a password:',
      action: 'Choose a password', caution: 'If you did not expect this invitation, ignore this mail: without a password the account stays closed.',
    },
    passwordReset: {
      subject: 'A new password for the dashboard of the {club}', heading: 'Choose a new password',
      intro: 'A new password was asked for the account {email}. To choose it, open this link:',
      action: 'Choose a new password', caution: 'If you did not ask for it, ignore this mail: your present password stays valid.',
    },
    firstAdministrator: {
      subject: 'First administrator of the {club}', heading: 'The dashboard is ready',
      intro: 'The dashboard of the {club} is installed, and {email} is its first administrator. To begin, choose a password:',
      action: 'Choose a password', caution: 'If you do not manage this installation, ignore this mail.',
    },
  },
  invitedByClub: 'The club',
  linkNote: 'If the button does not work, copy this address into your browser:',
  validity: 'The link works once, for {time}.',
  test: {
    subject: 'Test mail of the {club}', heading: 'Mails arrive',
    intro: 'This is a test mail, sent on {date}. If you read it, the programme’s mails reach you.',
    ask: 'Nothing is asked of you. To check replies as well, answer this mail: your answer goes to the coordinator.',
  },
};
