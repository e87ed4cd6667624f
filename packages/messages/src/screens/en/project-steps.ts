/** The days of a new project's steps. */
export const projectSteps = {
  legend: 'When its steps are due', hint: 'Leave a day empty to let it follow from the first and the last day.', otherwise: 'If left empty: %{date}', noDay: 'If left empty: no date yet',
};
