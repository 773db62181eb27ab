import { describe, expect, it } from 'vitest';
import { warnBeforeLeaving } from '../../../src/storage/leave-warning';

const leave = (isUnsaved: boolean): boolean => {
  const page = new EventTarget();
  warnBeforeLeaving(page, () => isUnsaved);
  const event = new Event('beforeunload', { cancelable: true });
  page.dispatchEvent(event);
  return event.defaultPrevented;
};

describe('leaving the page', () => {
  it('is asked about while a session lives in memory alone', () => {
    expect(leave(true)).toBe(true);
  });

  it('is nobody’s business otherwise', () => {
    expect(leave(false)).toBe(false);
  });
});
