import type { projectSteps as reference } from '../en/project-steps.js';
import type { Same } from '../shape.js';

export const projectSteps: Same<typeof reference> = {
  legend: 'آجال محطاته', hint: 'يُترك التاريخ فارغا ليُحتسب من تاريخي البداية والنهاية.', otherwise: 'إذا تُرك فارغا: %{date}', noDay: 'إذا تُرك فارغا: دون تاريخ بعد',
};
