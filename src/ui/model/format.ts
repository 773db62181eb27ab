import { locale } from '../language';

/** One formatter for each language and way of writing: making one is slow. */
const inLocale = <Format>(make: (locale: string) => Format): (() => Format) => {
  const made = new Map<string, Format>();
  return () => {
    const format = made.get(locale) ?? make(locale);
    made.set(locale, format);
    return format;
  };
};

/** "1 rep", "2 reps". */
export const count = (value: number, one: string, many = `${one}s`): string =>
  `${value} ${value === 1 ? one : many}`;

/** "11°", without a sign: the words say the direction. */
export const degrees = (value: number): string => `${Math.round(Math.abs(value))}°`;

/** "11° ± 2°" when the deviation is known. */
export const degreesWithSd = (value: number, sd: number | undefined): string =>
  sd === undefined ? degrees(value) : `${degrees(value)} ± ${Math.max(1, Math.round(sd))}°`;

const oneDigit = inLocale(
  (own) => new Intl.NumberFormat(own, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
/** "1.9", or "1,9" where that is how it is written. */
export const toTenth = (value: number): string => oneDigit().format(value);

const atMostOneDigit = inLocale((own) => new Intl.NumberFormat(own, { maximumFractionDigits: 1 }));
/** "1.9" and "2". */
export const plain = (value: number): string => atMostOneDigit().format(value).replace('-', '−');

const twoDigits = inLocale(
  (own) =>
    new Intl.NumberFormat(own, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      signDisplay: 'negative',
    }),
);
/** "−1.94". */
export const hundredths = (value: number): string => twoDigits().format(value).replace('-', '−');

/** "1.9 s". */
export const tenths = (seconds: number): string => `${toTenth(seconds)} s`;

/** "0:27" from seconds; "1:05" beyond a minute. */
export const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

const dayFormat = inLocale(
  (own) => new Intl.DateTimeFormat(own, { weekday: 'long', day: 'numeric', month: 'long' }),
);
const timeFormat = inLocale((own) => new Intl.DateTimeFormat(own, { hour: '2-digit', minute: '2-digit' }));

/** "Sunday 22 November", in the machine's own time zone. */
export const day = (epochMs: number): string => dayFormat().format(epochMs);
const monthFormat = inLocale((own) => new Intl.DateTimeFormat(own, { month: 'long', year: 'numeric' }));
/** "November 2026". */
export const month = (epochMs: number): string => monthFormat().format(epochMs);

const shortDayFormat = inLocale(
  (own) => new Intl.DateTimeFormat(own, { day: 'numeric', month: 'short', year: '2-digit' }),
);
const dateFormat = inLocale((own) => new Intl.DateTimeFormat(own, { day: 'numeric', month: 'long' }));
const agoFormat = inLocale((own) => new Intl.RelativeTimeFormat(own, { numeric: 'auto' }));
/** "22 Nov 26". */
export const shortDay = (epochMs: number): string => shortDayFormat().format(epochMs);

const weekdayFormat = inLocale((own) => new Intl.DateTimeFormat(own, { weekday: 'long', timeZone: 'UTC' }));
/** The fifth of January 1970 was a Monday. */
const A_MONDAY = Date.UTC(1970, 0, 5);
const A_DAY_MS = 86_400_000;
/** "Monday" to "Sunday". */
export const weekdays = (): readonly string[] =>
  Array.from({ length: 7 }, (_, index) => weekdayFormat().format(A_MONDAY + index * A_DAY_MS));

/** "19:04". */
export const time = (epochMs: number): string => timeFormat().format(epochMs);

/** "today", "yesterday", "3 days ago", "12 November"; for the last time something was done. */
export function ago(epochMs: number, nowMs: number): string {
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(nowMs) - midnight(epochMs)) / 86_400_000);
  return days < 14 ? agoFormat().format(-Math.max(0, days), 'day') : dateFormat().format(epochMs);
}

/** "48 MB"; decimal units, as systems show disks. */
export function bytes(value: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'] as const;
  const power = Math.min(units.length, Math.max(1, Math.floor(Math.log10(Math.max(1, value)) / 3)));
  const scaled = value / 1000 ** power;
  return `${plain(scaled < 10 ? scaled : Math.round(scaled))} ${units[power - 1] ?? 'kB'}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
