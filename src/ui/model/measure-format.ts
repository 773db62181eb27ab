import type { TrendMeasure } from '../../core/session/trend';
import { plain } from './format';

/** A measure's value with its unit. */
export function formatMeasure(measure: TrendMeasure, value: number): string {
  switch (measure) {
    case 'hip-drop':
    case 'knee-collapse':
      return `${plain(value)}°`;
    case 'clean':
      return `${Math.round(value * 100)} %`;
    case 'reps':
      return plain(value);
    case 'hold':
      return `${Math.round(value)} s`;
  }
}

export const formatError = (measure: TrendMeasure, se: number): string =>
  measure === 'clean' ? `± ${Math.round(se * 100)} %` : `± ${plain(se)}°`;
