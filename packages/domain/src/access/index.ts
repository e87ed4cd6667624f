export { may, permissionsOf } from './permissions-of.js';
