/** The views of the Outbox and the states each shows; `forecast` is what is not a mail yet. */
export const VIEWS = ['forecast', 'pending', 'sent', 'held', 'problems', 'all'] as const;
export type View = (typeof VIEWS)[number];

export const STATES_OF: Readonly<Partial<Record<View, string>>> = { pending: 'pending,leased', sent: 'sent', held: 'held', problems: 'failed,suppressed,cancelled' };
export const addressOf = (view: View): string => (view === 'forecast' ? '/deliveries' : `/deliveries/${view}`);
export const isView = (text: string | undefined): text is View => VIEWS.some((view) => view === text);
