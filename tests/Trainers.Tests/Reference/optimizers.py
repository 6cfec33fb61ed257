"""Writes optimizers.json beside itself: 200 steps of each optimizer and schedule as PyTorch takes them, in 64 bits.

Needs python3 with torch (Debian: python3-torch). Run it only when an optimizer or a schedule is added; its output is committed. Lion, which PyTorch has not, is written out from the
paper (Chen et al. 2023, algorithm 2), and so is NAdam (Dozat 2016), whose momentum product torch 1.13 multiplies once too often; torch 2 agrees with the paper. Settings are such that
rounding errors do not grow along the way. The problem is a chain of Rosenbrock valleys, badly scaled and not quadratic.
"""
import json
import pathlib

import torch

torch.set_default_dtype(torch.float64)
STEPS = 200
START = [-1.2, 1.0, 0.5, -0.7, 0.3]


def objective(w):
    return (10 * (w[1:] - w[:-1] ** 2) ** 2 + (1 - w[:-1]) ** 2).sum()


class Lion(torch.optim.Optimizer):
    def __init__(self, params, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
        super().__init__(params, dict(lr=lr, betas=betas, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self, closure):
        with torch.enable_grad():
            closure()
        for group in self.param_groups:
            for p in group["params"]:
                m = self.state[p].setdefault("m", torch.zeros_like(p))
                update = torch.sign(group["betas"][0] * m + (1 - group["betas"][0]) * p.grad)
                p -= group["lr"] * (update + group["weight_decay"] * p)
                m.copy_(group["betas"][1] * m + (1 - group["betas"][1]) * p.grad)


class NAdam(torch.optim.Optimizer):
    def __init__(self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0, momentum_decay=4e-3):
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, momentum_decay=momentum_decay))

    @torch.no_grad()
    def step(self, closure):
        with torch.enable_grad():
            closure()
        for group in self.param_groups:
            beta1, beta2 = group["betas"]
            for p in group["params"]:
                state = self.state[p]
                if not state:
                    state.update(t=0, product=1.0, m=torch.zeros_like(p), n=torch.zeros_like(p))
                state["t"] += 1
                mu, mu_next = (beta1 * (1 - 0.5 * 0.96 ** (t * group["momentum_decay"])) for t in (state["t"], state["t"] + 1))
                state["product"] *= mu
                g = p.grad + group["weight_decay"] * p
                state["m"] = beta1 * state["m"] + (1 - beta1) * g
                state["n"] = beta2 * state["n"] + (1 - beta2) * g * g
                m_bar = (1 - mu) * g / (1 - state["product"]) + mu_next * state["m"] / (1 - state["product"] * mu_next)
                p -= group["lr"] * m_bar / (torch.sqrt(state["n"] / (1 - beta2 ** state["t"])) + group["eps"])


def trajectory(make):
    w = torch.tensor(START, requires_grad=True)
    optimizer = make([w])
    points = []

    def closure():
        optimizer.zero_grad()
        loss = objective(w)
        loss.backward()
        return loss

    for _ in range(STEPS):
        optimizer.step(closure)
        points.append([float(v) for v in w.detach()])
    return points


optim = torch.optim
cases = {
    "sgd|lr=0.001": lambda p: optim.SGD(p, 0.001),
    "sgd:momentum=0.9|lr=0.001|wd=0.01": lambda p: optim.SGD(p, 0.001, momentum=0.9, weight_decay=0.01),
    "sgd:momentum=0.9,nesterov=true|lr=0.001|wd=0.01": lambda p: optim.SGD(p, 0.001, momentum=0.9, nesterov=True, weight_decay=0.01),
    "adam|lr=0.02": lambda p: optim.Adam(p, 0.02),
    "adam:beta1=0.8,beta2=0.95,epsilon=1e-6|lr=0.005|wd=0.1": lambda p: optim.Adam(p, 0.005, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1),
    "adamw|lr=0.02|wd=0.01": lambda p: optim.AdamW(p, 0.02, weight_decay=0.01),
    "adamw|lr=0.02|wd=0.5": lambda p: optim.AdamW(p, 0.02, weight_decay=0.5),
    "nadam|lr=0.02": lambda p: NAdam(p, 0.02),
    "nadam:momentum-decay=0.1|lr=0.02|wd=0.05": lambda p: NAdam(p, 0.02, weight_decay=0.05, momentum_decay=0.1),
    "radam|lr=0.02": lambda p: optim.RAdam(p, 0.02),
    "radam:beta1=0.8,beta2=0.99|lr=0.002|wd=0.05": lambda p: optim.RAdam(p, 0.002, betas=(0.8, 0.99), weight_decay=0.05),
    "rmsprop|lr=0.01": lambda p: optim.RMSprop(p, 0.01),
    "rmsprop:alpha=0.9,momentum=0.5|lr=0.0005|wd=0.05": lambda p: optim.RMSprop(p, 0.0005, alpha=0.9, momentum=0.5, weight_decay=0.05),
    "rmsprop:centered=true,momentum=0.3|lr=0.003": lambda p: optim.RMSprop(p, 0.003, centered=True, momentum=0.3),
    "adagrad|lr=0.1": lambda p: optim.Adagrad(p, 0.1),
    "adagrad:learning-rate-decay=0.01,initial-accumulator=0.5|lr=0.1|wd=0.02": lambda p: optim.Adagrad(p, 0.1, lr_decay=0.01, initial_accumulator_value=0.5, weight_decay=0.02),
    "lion|lr=0.01": lambda p: Lion(p, 0.01),
    "lion:beta1=0.8,beta2=0.95|lr=0.01|wd=0.3": lambda p: Lion(p, 0.01, betas=(0.8, 0.95), weight_decay=0.3),
    "lbfgs:max-iterations=1,history-size=100|lr=1": lambda p: optim.LBFGS(p, 1, max_iter=1, history_size=100, line_search_fn="strong_wolfe"),
    "lbfgs:max-iterations=4,history-size=3|lr=0.5": lambda p: optim.LBFGS(p, 0.5, max_iter=4, history_size=3, line_search_fn="strong_wolfe"),
    "lbfgs:max-iterations=2,history-size=5,line-search=false|lr=0.02": lambda p: optim.LBFGS(p, 0.02, max_iter=2, history_size=5, line_search_fn=None),
}

lr = optim.lr_scheduler
WATCHED = [5 / (1 + 0.2 * i) + 0.3 * ((i * 7919) % 13) / 13 for i in range(STEPS)]
schedules = {
    "constant": lambda o: lr.LambdaLR(o, lambda e: 1.0),
    "step:epochs=7,factor=0.5": lambda o: lr.StepLR(o, 7, 0.5),
    "multi-step:milestones=3/50/51/120,factor=0.3": lambda o: lr.MultiStepLR(o, [3, 50, 51, 120], 0.3),
    "exponential:factor=0.97": lambda o: lr.ExponentialLR(o, 0.97),
    "cosine:minimum=0": lambda o: lr.CosineAnnealingLR(o, STEPS),
    "cosine:minimum=0.1": lambda o: lr.CosineAnnealingLR(o, STEPS, eta_min=0.1),
    "cosine-restarts:epochs=30": lambda o: lr.CosineAnnealingWarmRestarts(o, 30),
    "cosine-restarts:epochs=10,growth=2,minimum=0.05": lambda o: lr.CosineAnnealingWarmRestarts(o, 10, 2, eta_min=0.05),
    "one-cycle": lambda o: lr.OneCycleLR(o, 1.0, total_steps=STEPS, cycle_momentum=False),
    "one-cycle:rise=0.1,start=0.1,end=0.001": lambda o: lr.OneCycleLR(o, 1.0, total_steps=STEPS, pct_start=0.1, div_factor=10, final_div_factor=100, cycle_momentum=False),
    "plateau:factor=0.5,patience=3": lambda o: lr.ReduceLROnPlateau(o, factor=0.5, patience=3, eps=0),
    "plateau:factor=0.2,patience=1,threshold=0.05,cooldown=4,minimum=0.001": lambda o: lr.ReduceLROnPlateau(o, factor=0.2, patience=1, threshold=0.05, cooldown=4, min_lr=0.001, eps=0),
}


def factors(make):
    w = torch.tensor(START, requires_grad=True)
    optimizer = optim.SGD([w], 1.0)
    schedule = make(optimizer)
    values = []
    for step in range(STEPS):
        values.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if isinstance(schedule, lr.ReduceLROnPlateau):
            schedule.step(WATCHED[step])
        elif step < STEPS - 1:
            schedule.step()
    return values


target = pathlib.Path(__file__).with_name("optimizers.json")
target.write_text(json.dumps({
    "torch": torch.__version__, "start": START, "watched": WATCHED,
    "trajectories": {name: trajectory(make) for name, make in cases.items()},
    "schedules": {name: factors(make) for name, make in schedules.items()},
}, allow_nan=False) + "\n")
