"""Trains the movement model with PyTorch from features dumped by dump-features.ts (the features exist once, in TypeScript).

  python3 train.py DUMP OUT [--members 3] [--epochs 24] [--seed 1] [--fraction 1.0] [--no-stance] [--one-look]

Writes OUT.npz-like raw members as JSON + float32 for export-weights.ts, which quantises, calibrates and writes the shipped format.
The TypeScript trainer (train.ts) builds the same network; this one is only faster.
"""
import argparse, json
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(1)
ANGLES = 8
CLASSES = (2 * ANGLES, 2 * ANGLES + 4, 2 * ANGLES + 10)  # where the outputs' loaded leg and exercise begin and end
LOADED, EXERCISE, SURE, CLIP, VARIANT = 2 * ANGLES, 2 * ANGLES + 1, 2 * ANGLES + 2, 2 * ANGLES + 3, 2 * ANGLES + 7  # columns of a row
LOOKS = 8


def load(prefix, max_variant=99):
    meta = json.load(open(prefix + '.json'))
    width = len(meta['targetColumns']) + 5
    rows = np.fromfile(prefix + '.rows.bin', '<f4').reshape(-1, width)
    x = np.memmap(prefix + '.features.bin', '<f4', 'r').reshape(-1, meta['featureLength'])
    return meta, x, rows


class Net(nn.Module):
    """Each look back through one shared layer, the stance through its own, then two dense layers."""

    def __init__(self, length, look=40, stance=32, hidden=96, last=64, looks=LOOKS, drop=0.1, look_length=None):
        super().__init__()
        self.looks, self.look_length = looks, look_length
        self.static = length - LOOKS * look_length
        self.embed = nn.Linear(look_length, look)
        self.own = nn.Linear(self.static, stance)
        self.hidden = nn.Linear(looks * look + stance, hidden)
        self.last = nn.Linear(hidden, last)
        self.out = nn.Linear(last, 2 * ANGLES + 4 + 6)
        self.drop = nn.Dropout(drop)

    def forward(self, x):
        n = len(x)
        looks = x[:, : LOOKS * self.look_length].reshape(n, LOOKS, self.look_length)[:, : self.looks]
        a = F.relu(self.embed(looks)).reshape(n, -1)
        b = F.relu(self.own(x[:, LOOKS * self.look_length:]))
        h = self.drop(torch.cat([a, b], 1))
        h = self.drop(F.relu(self.hidden(h)))
        h = F.relu(self.last(h))
        return self.out(h)


def sd_of(raw):
    """Standard deviation from its raw output: 0.3 to 20 degrees."""
    return 0.3 + F.softplus(raw)


# Outputs: obliquity, trunk, fppa, hip flexion, knee flexion (left, right each) | raw sds of the same | loaded none left right both | exercise 6
TWIN = [0, 1, 3, 2, 5, 4, 7, 6]
OUT_FROM = TWIN + [8 + i for i in TWIN] + [16, 18, 17, 19] + list(range(20, 26))
OUT_SIGN = [-1, -1] + [1] * 24


def combine(plain, mirrored):
    """One estimate from a body and its mirror twin: consistent by construction."""
    twin = mirrored[:, OUT_FROM] * torch.tensor(OUT_SIGN, dtype=torch.float32)
    return (plain + twin) / 2


def mirror_targets(y):
    y = y.clone()
    y[:, [0, 1]] *= -1
    y = y[:, TWIN + [8 + i for i in TWIN] + [16, 17, 18]]
    loaded = y[:, LOADED]
    y[:, LOADED] = torch.where(loaded == 1, 2., torch.where(loaded == 2, 1., loaded))
    return y


def loss_of(out, y, w):
    value, sd = out[:, :ANGLES], sd_of(out[:, ANGLES:2 * ANGLES])
    error = y[:, :ANGLES] - value
    weight = y[:, ANGLES:2 * ANGLES] * w[:, None]
    # beta-NLL: the likelihood's gradient, freed of most of its 1/variance, so that hard frames still teach.
    nll = (0.5 * (error / sd) ** 2 + torch.log(sd)) * sd.detach() ** 1.0
    extreme = 1 + (y[:, :ANGLES].abs() / 6).clamp(max=2)
    angle = (nll * weight * extreme * torch.tensor([1.3, .5, .7, .7, .25, .25, .25, .25])).sum(1).mean()
    loaded = (F.cross_entropy(out[:, CLASSES[0]:CLASSES[1]], y[:, LOADED].long(), reduction='none') * w).mean()
    exercise = (F.cross_entropy(out[:, CLASSES[1]:], y[:, EXERCISE].long(), reduction='none') * y[:, SURE]).mean()
    return angle + 0.7 * loaded + 0.7 * exercise


def begin_from(net, prefix, member, mean, std, args):
    """Trained raw weights (PREFIX.raw.bin, as export writes them) as a beginning; the features' scale taken out of the first layers."""
    count = json.load(open(prefix + '.raw.json'))['members']
    values, at = np.fromfile(prefix + '.raw.bin', '<f4'), 0
    cut = LOOKS * args.look_length
    for layer, span in ((net.embed, slice(0, args.look_length)), (net.own, slice(cut, None)), (net.hidden, None), (net.last, None), (net.out, None)):
        units, inputs = layer.weight.shape
        kernels = values[at:at + count * inputs * units].reshape(count, inputs, units); at += kernels.size
        biases = values[at:at + count * units].reshape(count, units); at += biases.size
        w, b = torch.tensor(kernels[member % count].T), torch.tensor(biases[member % count])
        if span is not None: b = b + w @ mean[span]; w = w * std[span]
        layer.weight.data.copy_(w); layer.bias.data.copy_(b)
    assert at == len(values), f'{prefix}: {len(values)} values, {at} expected'


def train(meta, x, y, w, args, seed):
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    sign = torch.tensor(meta['mirrorSign'])
    sub = x[rng.choice(len(x), min(40000, len(x)), replace=False)].float()
    both = torch.cat([sub, sub * sign])
    cut = LOOKS * args.look_length  # one scale for all looks, so that it can be folded into their shared layer
    looks = both[:, :cut].reshape(-1, args.look_length)
    mean = torch.cat([looks.mean(0).repeat(LOOKS), both[:, cut:].mean(0)])
    std = torch.cat([looks.std(0).repeat(LOOKS), both[:, cut:].std(0)]).clamp(min=0.001)
    x = ((x.float() - mean) / std).half()
    shift = (mean * sign - mean) / std  # mirrors an already standardised row
    bank = torch.randn(16 * args.batch, x.shape[1])
    net = Net(x.shape[1], look=args.look, stance=args.stance, hidden=args.hidden, last=args.last, drop=args.drop, looks=1 if args.one_look else LOOKS, look_length=args.look_length)
    if args.start: begin_from(net, args.start, seed - args.seed, mean, std, args)
    opt = torch.optim.AdamW(net.parameters(), lr=args.lr, weight_decay=args.decay)
    steps = args.epochs * (len(x) // args.batch)
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, max_lr=args.lr, total_steps=steps + 1, pct_start=.15)
    for epoch in range(args.epochs):
        net.train(); total = 0
        order = torch.randperm(len(x))
        for i in range(0, len(x) - args.batch + 1, args.batch):
            j = order[i:i + args.batch]
            b, t = x[j].float(), y[j]
            half = args.batch // 2
            b[:half] = b[:half] * sign + shift
            t = torch.cat([mirror_targets(t[:half]), t[half:]])
            at = int(rng.integers(0, 15 * args.batch))
            b += args.noise * bank[at:at + len(b)]
            if args.no_stance: b[:, -118:] = 0
            out = net(b)
            loss = loss_of(out, t, w[j])
            opt.zero_grad(); loss.backward(); nn.utils.clip_grad_norm_(net.parameters(), 2.); opt.step(); sched.step()
            total += float(loss.detach())
        if epoch % 4 == 3 or epoch == args.epochs - 1:
            print(f'  epoch {epoch + 1}: {total / (len(x) // args.batch):.3f}', flush=True)
    net.eval()
    return net, mean, std


@torch.no_grad()
def predict(members, meta, x, no_stance=False):
    sign = torch.tensor(meta['mirrorSign'])
    parts = []
    for i in range(0, len(x), 8192):
        b = torch.as_tensor(np.asarray(x[i:i + 8192])).float()
        outs = []
        for net, mean, std in members:
            p, q = (b - mean) / std, (b * sign - mean) / std
            if no_stance: p[:, -118:] = 0; q[:, -118:] = 0
            outs.append(combine(net(p), net(q)))
        o = torch.stack(outs)
        value = o[:, :, :ANGLES].mean(0)
        var = (sd_of(o[:, :, ANGLES:2 * ANGLES]) ** 2).mean(0) + o[:, :, :ANGLES].var(0, unbiased=False)
        parts.append(torch.cat([value, var.sqrt(), torch.softmax(o[:, :, CLASSES[0]:CLASSES[1]], -1).mean(0), torch.softmax(o[:, :, CLASSES[1]:], -1).mean(0)], 1))
    return torch.cat(parts).numpy()


def sample_weights(meta, rows):
    """Frames that verdicts hang on count more; every exercise's clip counts alike whatever its frame rate."""
    ex = np.array([c['exercise'] for c in meta['clips']])[rows[:, CLIP].astype(int)]
    w = np.ones(len(rows), 'f4')
    for e, v in dict(kb_march=1.6, curtsy_lunge=1.4, banded_lateral_step=1.4, hip_hike=1.2, single_leg_stand=1.2, real_hurdle_step=6., real_hurdle_half=5., real_hurdle_drop=6., real_slr=4.).items(): w[ex == e] = v
    fps = np.array([c['fps'] for c in meta['clips']])[rows[:, CLIP].astype(int)]
    return w * np.where(rows[:, VARIANT] == 0, 1., 1.).astype('f4') * (12 / np.maximum(fps, 10)).astype('f4')


def parse():
    p = argparse.ArgumentParser()
    p.add_argument('dump'); p.add_argument('out')
    p.add_argument('--members', type=int, default=1); p.add_argument('--epochs', type=int, default=12); p.add_argument('--seed', type=int, default=1)
    p.add_argument('--fraction', type=float, default=1.); p.add_argument('--look', type=int, default=24); p.add_argument('--stance', type=int, default=16); p.add_argument('--hidden', type=int, default=64); p.add_argument('--last', type=int, default=32); p.add_argument('--variants', type=int, default=99)
    p.add_argument('--drop', type=float, default=.15); p.add_argument('--noise', type=float, default=.1); p.add_argument('--lr', type=float, default=2e-3); p.add_argument('--decay', type=float, default=.02)
    p.add_argument('--batch', type=int, default=512); p.add_argument('--no-stance', action='store_true'); p.add_argument('--one-look', action='store_true')
    p.add_argument('--from', dest='start', help='go on from these raw weights (a prefix) instead of random ones')
    p.add_argument('--hold-out', type=int, default=-1, help='a person of the training split to leave out and test on, with all twins')
    p.add_argument('--fold', type=int, default=-1, help='hold out the persons of this fold of five of the training split as well')
    a = p.parse_args(); a.look_length = 97
    return a


def export(members, meta, args):
    """Raw float32 weights for export-weights.ts: the features' scale folded into the first layers, members first."""
    cut = LOOKS * args.look_length
    parts = {}
    for net, mean, std in members:
        for name, layer, at in (('look', net.embed, slice(0, args.look_length)), ('stance', net.own, slice(cut, None)), ('hidden', net.hidden, None), ('last', net.last, None), ('out', net.out, None)):
            w, b = layer.weight.detach(), layer.bias.detach()
            if at is not None: b = b - w @ (mean[at] / std[at]); w = w / std[at]
            parts.setdefault(name + '.weight', []).append(w.T.contiguous().numpy().ravel())
            parts.setdefault(name + '.bias', []).append(b.numpy().ravel())
    names = [f'{layer}.{kind}' for layer in ('look', 'stance', 'hidden', 'last', 'out') for kind in ('weight', 'bias')]
    np.concatenate([np.concatenate(parts[n]) for n in names]).astype('<f4').tofile(args.out + '.raw.bin')
    json.dump(dict(members=len(members), shape=dict(look=args.look, stance=args.stance, hidden=args.hidden, last=args.last), averageStance=meta['averageStance']), open(args.out + '.raw.json', 'w'))


def report(meta, pred, rows):
    """Errors of the held-out people per exercise, degrees: median and 95th percentile, in frames that have a truth."""
    exercise = np.array([c['exercise'] for c in meta['clips']])[rows[:, CLIP].astype(int)]
    one_leg = np.isin(rows[:, LOADED], (1, 2))
    for name in ('kb_march', 'curtsy_lunge', 'banded_lateral_step', 'hip_hike', 'real_hurdle_step', 'real_hurdle_drop', 'real_slr'):
        line = []
        for k, angle in enumerate(meta['targetColumns'][:ANGLES]):
            m = (exercise == name) & (rows[:, ANGLES + k] > 0) & (one_leg if k == 0 else True)
            if not m.any(): continue
            e = np.abs(pred[m, k] - rows[m, k]) * (10 if k >= 4 else 1)
            line.append(f'{angle} {np.median(e):.2f}/{np.quantile(e, .95):.1f}')
        print(name, ' '.join(line), flush=True)


def main():
    args = parse()
    meta, x, rows = load(args.dump)
    clips = meta['clips']; clip = rows[:, CLIP].astype(int)
    val = np.array([c['split'] == 'val' for c in clips])[clip]
    person = np.array([c['person'] for c in clips])[clip]
    people = np.unique(person[~val]); rng = np.random.default_rng(7); rng.shuffle(people)
    people = people[: max(1, int(round(len(people) * args.fraction)))]
    use = ~val & np.isin(person, people)
    use &= rows[:, VARIANT] < args.variants
    if args.hold_out >= 0: use &= person != args.hold_out
    if args.fold >= 0: use &= (person * 7919 // 5) % 5 != args.fold
    xt = torch.from_numpy(np.asarray(x[use]).astype('f2')); yt = torch.from_numpy(rows[use][:, :CLIP].copy()); w = torch.from_numpy(sample_weights(meta, rows)[use])
    print(len(xt), 'rows of', len(people), 'persons')
    members = [train(meta, xt, yt, w, args, args.seed + k) for k in range(args.members)]
    export(members, meta, args)
    torch.save([(n.state_dict(), m, s, vars(args)) for n, m, s in members], args.out + '.pt')
    test = (rows[:, VARIANT] == 0) & (person == args.hold_out if args.hold_out >= 0 else val if args.fold < 0 else (~val & ((person * 7919 // 5) % 5 == args.fold)))
    pred = predict(members, meta, x[test], args.no_stance)
    np.savez(args.out + '.npz', pred=pred, rows=rows[test])
    report(meta, pred, rows[test])


if __name__ == '__main__':
    main()
