import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedLicences } from '../../../scripts/licences.mjs';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const lock = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('the lock file', () => {
  it('pins every package by its contents, and names no registry', () => {
    expect(packages.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it.each([
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['darwin', 'arm64'],
    ['win32', 'x64'],
  ])('installs on %s %s: whatever has parts for platforms has one for it', (os, cpu) => {
    const fits = ({ os: systems, cpu: processors }: Locked): boolean =>
      systems?.includes(os) === true && processors?.includes(cpu) === true;
    const lacking = packages
      .map(([path, { optionalDependencies = {} }]) => ({
        path,
        parts: Object.keys(optionalDependencies)
          .map(
            (name) => lock.packages[`node_modules/${name}`] ?? lock.packages[`${path}/node_modules/${name}`],
          )
          .filter((part) => part?.os !== undefined && part.cpu !== undefined),
      }))
      .filter(({ parts }) => parts.length > 1 && !parts.some((part) => part !== undefined && fits(part)));
    expect(lacking).toEqual([]);
  });
});

/** A package with parts of others stands under the terms of all: "Apache-2.0 AND MIT". */
const termsOf = (licence: string): readonly string[] => licence.split(' AND ');

describe('what is shipped', () => {
  it('stands under terms that let it be', () => {
    const allowed = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'OFL-1.1', 'MPL-2.0'];
    const shipped = shippedLicences();
    expect(shipped.length).toBeGreaterThan(15);
    const isAllowed = (licence: string): boolean =>
      termsOf(licence).every((terms) => allowed.includes(terms));
    expect(shipped.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
  });

  it('has a licence text for each kind of terms', () => {
    const shipped = shippedLicences();
    const kinds = new Set(shipped.flatMap(({ licence }) => termsOf(licence)));
    for (const kind of kinds) {
      const under = shipped.filter(({ licence }) => termsOf(licence).includes(kind));
      expect(under.filter(({ texts }) => texts.length > 0)).not.toEqual([]);
    }
  });

  it('is the pose package in the version that sends nothing home', () => {
    expect(lock.packages['node_modules/@mediapipe/tasks-vision']?.version).toBe('0.10.35');
  });
});
