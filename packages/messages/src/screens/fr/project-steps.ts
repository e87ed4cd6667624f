import type { projectSteps as reference } from '../en/project-steps.js';
import type { Same } from '../shape.js';

export const projectSteps: Same<typeof reference> = {
  legend: 'Échéance de ses jalons', hint: 'Laissez un jour vide pour qu’il découle du premier et du dernier jour.', otherwise: 'Si rien n’est saisi : %{date}', noDay: 'Si rien n’est saisi : pas encore de date',
};
