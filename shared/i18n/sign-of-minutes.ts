/** A stretch of time as a sign that every language reads: “2 h”, “45 min”. */
export const signOfMinutes = (minutes: number): string =>
  minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
