// Guards that no test can miss, each with the reason why the program does the same without it. `near`: the lines around it.
export const EQUIVALENT = [];
