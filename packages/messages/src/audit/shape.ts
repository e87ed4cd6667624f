/** Every action of the journal that has its own sentence; blanks are filled from the entry's before and after. */
export const AUDIT_ACTIONS = [
  'agreement.create', 'agreement.recordEvent', 'agreement.startReminders', 'agreement.update', 'agreement.suspend', 'agreement.resume', 'agreement.complete', 'agreement.terminate', 'agreement.expire', 'agreement.keepUp', 'agreement.migrate',
  'milestone.start', 'milestone.submit', 'milestone.accept', 'milestone.return', 'milestone.block', 'milestone.unblock', 'milestone.markNotApplicable', 'milestone.reschedule', 'milestone.assign', 'milestone.confirm', 'milestone.deny', 'milestone.reopen',
  'evidence.add', 'evidence.remove', 'milestone.legalOutcome', 'legalNote.create', 'legalNote.update', 'legalNote.confirm', 'legalNote.delete',
  'city.create', 'city.update', 'city.delete', 'person.create', 'person.update', 'person.delete', 'holiday.create', 'holiday.update', 'holiday.delete', 'session.create', 'session.update', 'session.delete', 'contact.create', 'contact.delete',
  'agreement.addProject', 'agreement.updateProject', 'agreement.removeProject', 'project.create', 'project.update', 'project.delete', 'project.measure', 'project.removeMeasurement', 'project.addPhoto', 'project.changePhoto', 'project.removePhoto', 'article.create', 'article.update', 'article.delete', 'note.create', 'note.update', 'note.delete', 'agreement.fallDormant', 'agreement.wake', 'person.askSuccessor', 'person.handOver',
  'account.create', 'account.change', 'account.invite', 'account.revoke', 'account.setPassword', 'account.resetPassword', 'account.login', 'account.logout',
  'delivery.resend', 'delivery.cancel', 'delivery.release', 'delivery.hold', 'delivery.test', 'incident.retry', 'incident.dismiss', 'clock.play', 'backup.create', 'backup.restore', 'demo.create',
  'template.create', 'template.update', 'template.publish', 'template.retire', 'template.delete',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** `plain` stands when the blanks of `full` cannot be filled. */
export type AuditTexts = Record<AuditAction, string | { plain: string; full: string }>;
