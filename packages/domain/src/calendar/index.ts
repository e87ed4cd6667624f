export * from './plain-date.js';
export * from './instant.js';
export * from './zone.js';
export * from './unpack-zones.js';
export * from './working-days.js';
export * from './calendars.js';
export * from './announced-sessions.js';
