import type { AuditTexts } from './shape.js';

export const en: AuditTexts = {
  'agreement.create': 'Agreement created',
  'agreement.recordEvent': { plain: 'Reference date recorded', full: 'Recorded: {events}' },
  'agreement.startReminders': 'Reminders started', 'agreement.update': 'Agreement changed',
  'agreement.suspend': 'Agreement suspended', 'agreement.resume': 'Agreement resumed', 'agreement.complete': 'Agreement completed', 'agreement.terminate': 'Agreement ended', 'agreement.expire': 'Term of the agreement over',
  'milestone.start': 'Step started', 'milestone.submit': { plain: 'Step submitted', full: 'Step submitted as done on {doneOn}' },
  'milestone.accept': { plain: 'Step accepted', full: 'Step accepted, done on {doneOn}' },
  'milestone.return': 'Step returned for completion', 'milestone.block': 'Step reported as blocked', 'milestone.unblock': 'Blockage of the step lifted',
  'milestone.markNotApplicable': 'Step marked as not applicable',
  'milestone.reschedule': { plain: 'Due date of the step changed', full: 'Due date moved from {from} to {to}' },
  'milestone.assign': 'Follow-up of the step assigned',
  'milestone.confirm': { plain: 'Step confirmed as done', full: 'Confirmed as done on {on} – {side}' },
  'milestone.deny': { plain: 'Step declared not done', full: 'Step declared not done – {side}' },
  'milestone.reopen': 'Step reopened', 'evidence.add': { plain: 'Proof attached', full: 'Proof attached: {evidenceKind}' }, 'evidence.remove': 'Proof removed',
  'city.create': 'City added', 'city.update': 'City changed', 'city.delete': 'City removed', 'person.create': 'Person added', 'person.update': 'Person changed', 'person.delete': 'Person removed',
  'holiday.create': 'Holiday added', 'holiday.update': 'Holiday changed', 'holiday.delete': 'Holiday removed', 'contact.create': 'Contact logged', 'contact.delete': 'Contact removed from the log',
  'account.create': 'Account created', 'account.change': { plain: 'Account changed', full: 'Role of the account changed from {roleBefore} to {roleAfter}' }, 'account.invite': 'Invitation to an account sent', 'account.revoke': 'Sessions of the account ended everywhere',
  'account.setPassword': 'Password set', 'account.resetPassword': 'Password reset from the command line', 'account.login': 'Signed in', 'account.logout': 'Signed out',
  'delivery.resend': 'Mail sent again', 'delivery.cancel': 'Mail cancelled', 'delivery.release': 'Mail approved and sent', 'delivery.hold': 'Mail held back', 'delivery.test': 'Test mail sent',
  'incident.retry': 'Incident tried again', 'incident.dismiss': 'Incident dismissed', 'clock.play': { plain: 'Demonstration clock moved forward', full: 'Demonstration clock moved from {clockFrom} to {clockTo}' },
  'backup.create': 'Backup made', 'backup.restore': 'Backup restored', 'demo.create': 'Demonstration club set up',
  'template.create': 'Draft of a template made', 'template.update': 'Draft of a template changed', 'template.publish': 'Version of a template published', 'template.retire': 'Version of a template retired', 'template.delete': 'Draft of a template deleted',
};
export const other = 'Other operation ({action})';
