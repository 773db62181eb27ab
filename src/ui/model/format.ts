import type { Side } from '../../core/units';

const plural = new Intl.PluralRules('en');

/** "1 rep", "2 reps". */
export const count = (value: number, one: string, many = `${one}s`): string =>
  `${value} ${plural.select(value) === 'one' ? one : many}`;

/** "11°", without a sign: the words say the direction. */
export const degrees = (value: number): string => `${Math.round(Math.abs(value))}°`;

/** "11° ± 2°" when the deviation is known. */
export const degreesWithSd = (value: number, sd: number | undefined): string =>
  sd === undefined ? degrees(value) : `${degrees(value)} ± ${Math.max(1, Math.round(sd))}°`;

/** "1.9 s". */
export const tenths = (seconds: number): string => `${seconds.toFixed(1)} s`;

/** "0:27" from seconds; "1:05" beyond a minute. */
export const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

export const sideLetter = (side: Side): string => (side === 'left' ? 'L' : 'R');

const dayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** "Sunday 22 November", in the machine's own time zone. */
export const day = (epochMs: number): string => dayFormat.format(epochMs).replace(',', '');
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' });
/** "November 2026". */
export const month = (epochMs: number): string => monthFormat.format(epochMs);

const shortDayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: '2-digit' });
/** "22 Nov 26". */
export const shortDay = (epochMs: number): string => shortDayFormat.format(epochMs);

/** "19:04". */
export const time = (epochMs: number): string => timeFormat.format(epochMs);

/** "today", "yesterday", "3 days ago", "12 November"; for the last time something was done. */
export function ago(epochMs: number, nowMs: number): string {
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(nowMs) - midnight(epochMs)) / 86_400_000);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 14) return `${days} days ago`;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' }).format(epochMs);
}

/** "48 MB"; decimal units, as systems show disks. */
export function bytes(value: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'] as const;
  const power = Math.min(units.length, Math.max(1, Math.floor(Math.log10(Math.max(1, value)) / 3)));
  const scaled = value / 1000 ** power;
  return `${scaled < 10 ? Math.round(scaled * 10) / 10 : Math.round(scaled)} ${units[power - 1] ?? 'kB'}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
