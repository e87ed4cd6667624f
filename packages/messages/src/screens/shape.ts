/** The same keys with any text: English is the reference, the compiler asks for the others. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
