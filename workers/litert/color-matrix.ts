/** How luma and colour difference become red, green and blue: `value × scale + offset`, and shares of u and v around 128. */
export interface ColorMatrix {
  readonly lumaScale: number;
  readonly lumaOffset: number;
  readonly redOfV: number;
  readonly greenOfU: number;
  readonly greenOfV: number;
  readonly blueOfU: number;
}

/** Shares of red and blue in luma: ITU-R BT.601-7 (2.5.1), BT.709-6 (3.2), BT.2020-2 (table 4). */
const LUMA_SHARES = {
  bt601: { red: 0.299, blue: 0.114 },
  bt709: { red: 0.2126, blue: 0.0722 },
  bt2020: { red: 0.2627, blue: 0.0593 },
} as const;

/** Narrow range in eight bits, the same in all three: luma 16 … 235, colour difference 16 … 240. */
const NARROW = { black: 16, luma: 219, chroma: 224 } as const;
const FULL = { black: 0, luma: 255, chroma: 255 } as const;

/** As a `VideoFrame` says it; null where it does not know. */
export interface ColorSpaceOfFrame {
  readonly matrix: string | null;
  readonly fullRange: boolean | null;
}

/** A camera that says nothing is taken as browsers take it: BT.601 in narrow range. Null: another kind of picture. */
export const colorMatrixOf = ({ matrix, fullRange }: ColorSpaceOfFrame): ColorMatrix | null => {
  const shares = sharesOf(matrix);
  if (shares === null) return null;
  const { red, blue } = shares;
  const green = 1 - red - blue;
  const { black, luma, chroma } = fullRange === true ? FULL : NARROW;
  const lumaScale = 255 / luma;
  const redOfV = ((1 - red) * 2 * 255) / chroma;
  const blueOfU = ((1 - blue) * 2 * 255) / chroma;
  return {
    lumaScale,
    lumaOffset: -black * lumaScale,
    redOfV,
    greenOfU: (-blue / green) * blueOfU,
    greenOfV: (-red / green) * redOfV,
    blueOfU,
  };
};

const sharesOf = (matrix: string | null): { readonly red: number; readonly blue: number } | null => {
  switch (matrix) {
    case null:
    case 'smpte170m':
    case 'bt470bg':
      return LUMA_SHARES.bt601;
    case 'bt709':
      return LUMA_SHARES.bt709;
    case 'bt2020-ncl':
      return LUMA_SHARES.bt2020;
    default:
      return null;
  }
};
