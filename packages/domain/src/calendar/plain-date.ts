/** Date arithmetic lives in the lowest room, because the due rules of `workflow` need it. */
export {
  addDays, addMonths, compareDates, dateParts, daysBetween, daysInMonth, EARLIEST_DATE, fromDayNumber, isValidPlainDate, LATEST_DATE, monthSeries,
  nextWeekday, type PlainDate, toDayNumber, type Weekday, weekday, weekdayOfDayNumber, writeDate,
} from '@tawama/workflow';
