/** What `like` finds anywhere in a text, taken by the letter: no sign of what was typed is a wild card. In: the text, in lower case where case does not count. */
export const anywhere = (typed: string) => `%${typed.replace(/[\\%_]/g, '\\$&')}%`
