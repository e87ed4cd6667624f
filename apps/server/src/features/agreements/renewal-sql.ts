import { RENEWAL_DAYS, RENEWAL_KEYS } from '@tawama/domain';

const KEYS = `ARRAY['${RENEWAL_KEYS.join("', '")}']`;

/** The due date of the decision's preparation, of the present term; else so many days before the expiry. Its keys are looked up in their index: the other steps need not be read. */
const OPENS_ON = `coalesce((SELECT m.due_on FROM milestone m WHERE m.agreement_id = a.id AND m.key = ANY (${KEYS}) AND m.status NOT IN ('notApplicable', 'cancelled') AND m.due_on <= x."on"
  ORDER BY array_position(${KEYS}, m.key) DESC LIMIT 1), x."on" - ${RENEWAL_DAYS})`;

/**
 * Whether an agreement `a` is in its renewal window: `open`, `ahead`, or null. The rule itself is `renewalWindow` of the domain; a test keeps the two together.
 * @param today the placeholder of the day
 */
export const renewalState = (today: string): string => `(SELECT CASE WHEN ${today} > x."on" AND a.status = 'active' THEN NULL WHEN ${OPENS_ON} <= ${today} THEN 'open' ELSE 'ahead' END
  FROM agreement_event x WHERE x.agreement_id = a.id AND x.key = 'expiry' AND a.status IN ('active', 'suspended'))`;
