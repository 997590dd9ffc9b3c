/** The version of Gradcheck, as in package.json: part of every record. */
export const version = '1.0.0';
