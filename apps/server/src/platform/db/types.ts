import pg from 'pg';

const DATE = 1082;
const INT8 = 20;

/** A calendar date stays the text it is (a Date would shift it by a zone); counts and sums of bigint are numbers. */
export function setTypeParsers(): void {
  pg.types.setTypeParser(DATE, (text: string) => text);
  pg.types.setTypeParser(INT8, (text: string) => {
    const number = Number(text);
    if (!Number.isSafeInteger(number)) throw new RangeError(`${text} does not fit a number`);
    return number;
  });
}
