import type { Labels } from './shape.js';

export const en: Labels = {
  agreementType: { twinning: 'Twinning', friendship: 'Friendship', memorandum: 'Memorandum of understanding', chamber: 'Partnership of chambers' },
  agreementStatus: { preparing: 'In preparation', active: 'In force', suspended: 'Suspended', completed: 'Completed', terminated: 'Ended', expired: 'Expired' },
  milestoneStatus: { planned: 'Planned', open: 'To do', submitted: 'Submitted', done: 'Done', blocked: 'Blocked', notApplicable: 'Not applicable', cancelled: 'Cancelled' },
  stage: { preparation: 'Preparation', approval: 'Approval', signature: 'Signature', launch: 'Launch', implementation: 'Implementation', review: 'Review', renewal: 'Renewal', dormancy: 'Dormancy' },
  event: {
    opened: 'File opened', councilSession: 'Council session', deliberation: 'Deliberation adopted', receivedByProvince: 'Receipt of the file', visa: 'Governor’s visa',
    partnerApproval: 'Partner’s approval', signed: 'Signature', inForce: 'Entry into force', committeeInstalled: 'Joint follow-up committee installed', planAdopted: 'Action plan adopted',
    expiry: 'Expiry', ended: 'End of the agreement',
  },
  personFunction: {
    coordinator: 'Club coordinator', focalPoint: 'Focal point', president: 'President of the commune', mayorOffice: 'Mayor’s office', secretariat: 'Council secretariat', legal: 'Legal affairs',
    protocol: 'Protocol', finance: 'Finance', committee: 'Joint follow-up committee', council: 'Coordination council', other: 'Other function',
  },
  role: { administrator: 'Administrator', coordinator: 'Coordinator', legal: 'Legal reviewer', council: 'Coordination council' },
  axis: { economy: 'Local economy', environment: 'Environment', governance: 'Governance', culture: 'Culture', science: 'Science' },
  waitingOn: { governor: 'The governor', president: 'The president of the commune', council: 'The communal council', mayors: 'Both mayors', partnerCouncil: 'The partner’s council', partnerCity: 'The partner city', both: 'Both sides' },
  evidenceLevel: { none: 'No document', declared: 'Declared', documented: 'With a document', confirmedByBoth: 'Confirmed by both sides', seenOnSite: 'Seen on the ground' },
  certainty: { confirmed: 'Confirmed', secondary: 'From a secondary source', toVerify: 'To be verified by the legal reviewer' },
  health: { onTime: 'On time', dueSoon: 'Due soon', late: 'Late', blocked: 'Blocked' },
  deliveryKind: { reminder: 'Reminder', escalation: 'Referral', catchUp: 'Catch-up', invitation: 'Invitation', passwordReset: 'New password', firstAdministrator: 'First administrator', test: 'Test' },
  deliveryState: { pending: 'To be sent', leased: 'Being sent', held: 'Awaiting approval', sent: 'Sent', failed: 'Not delivered', suppressed: 'Not sent: address unreachable', cancelled: 'Cancelled' },
  deliveryCommand: { resend: 'Send again', cancel: 'Cancel', release: 'Approve and send', hold: 'Hold back' },
  transport: { smtp: 'By e-mail', outbox: 'Kept in the Outbox only' },
  reminderState: { planned: 'Planned', materialised: 'In a mail', cancelled: 'Cancelled' },
  recipientRole: { owner: 'In charge of the step', counterpart: 'Counterpart', coordinator: 'Coordinator', president: 'President of the commune', mayor: 'Mayor', council: 'Coordination council' },
  cityRole: { home: 'Club commune', partner: 'Partner city' },
  identification: { established: 'Identified', probable: 'Probable', pending: 'To be confirmed' },
  contactMeans: { called: 'Called', wrote: 'Wrote', met: 'Met' },
  incidentState: { open: 'To look at', retried: 'Tried again', dismissed: 'Dismissed' },
  incidentKind: {
    'mail/no-address': 'A mail could not leave: its recipient has no usable address. Correct the person, then try again.',
    'mail/contact-lost': 'An address was refused twice and gets no more mail. Find the person another way and correct the address.',
    'mail/failed': 'A mail could not be delivered. Look at the answer of the mail server, then try again or dismiss.',
    'person/no-address': 'Somebody has reminders but no e-mail address. Add the address, or give the steps to somebody else.',
    'job/failed': 'A task of the programme failed. Try again; if it fails again, tell whoever looks after the server.',
  },
  milestoneCommand: {
    start: 'Start', submit: 'Submit', accept: 'Accept', return: 'Return for completion', block: 'Report a blockage', unblock: 'Lift the blockage',
    'mark-not-applicable': 'Mark as not applicable', reschedule: 'Change the due date', assign: 'Assign',
  },
  holidayKind: { fixed: 'Every year on the same day', hijri: 'Religious, by the Hijri calendar', exceptional: 'Exceptional' },
  holidayCertainty: { confirmed: 'Confirmed', estimated: 'Estimated, to be confirmed' },
  source: {
    article: 'Source: founding article of 30 October 2025', press: 'Source: press reports of 27 to 31 October 2025', demonstration: 'Invented for the demonstration', entered: 'Entered by the club',
  },
};
