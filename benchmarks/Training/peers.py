"""The same work as Training.csproj measures, done by PyTorch and scikit-learn.

python3 peers.py LOOP WORKLOAD FOLDER

LOOP is dataloader (the loop of the tutorial), tuned (tensors in memory, no item() in a step) or sklearn. FOLDER holds workload.json and the
data as raw 32-bit floats, as Program.cs writes them. Prints one line of JSON: seconds of training, and the mean loss of the last epoch."""
import json
import os
import sys
import time
import warnings

import numpy as np

loop, name, folder = sys.argv[1:4]
with open(os.path.join(folder, "workload.json")) as file:
    work = json.load(file)
rows, inputs = work["rows"], work["features"]
features = np.fromfile(os.path.join(folder, "features.bin"), np.float32).reshape(rows, inputs)
labels = np.fromfile(os.path.join(folder, "labels.bin"), np.float32)


def with_sklearn():
    from sklearn.neural_network import MLPClassifier, MLPRegressor
    is_number = work["task"] == "regression"
    model = (MLPRegressor if is_number else MLPClassifier)(
        hidden_layer_sizes=work["hidden"], solver="sgd" if work["optimizer"] == "sgd" else "adam", momentum=0, learning_rate_init=work["learningRate"],
        batch_size=work["batch"], max_iter=work["epochs"], alpha=0, tol=0, n_iter_no_change=10 ** 9, random_state=1)
    x = features
    if work["normalize"]:
        # It has no batch normalisation, and no dropout.
        x = (features - features.mean(0)) / features.std(0)
    warnings.simplefilter("ignore")
    started = time.perf_counter()
    model.fit(x, labels if is_number else labels.astype(int))
    return time.perf_counter() - started, model.loss_ * (2 if is_number else 1)


def torch_losses(torch):
    return {
        "mse": torch.nn.MSELoss(), "mae": torch.nn.L1Loss(), "huber:delta=1": torch.nn.HuberLoss(delta=1.0), "smooth-l1:beta=2": torch.nn.SmoothL1Loss(beta=2.0),
        "quantile:tau=0.5": lambda y, t: (0.5 * (t - y).abs()).mean(), "bce": torch.nn.BCEWithLogitsLoss(), "ce": torch.nn.CrossEntropyLoss(),
    }


def fit(torch, x, y, loss, seed):
    from torch import nn
    from torch.utils.data import DataLoader, TensorDataset
    torch.manual_seed(seed)
    layers, width = ([nn.BatchNorm1d(inputs)] if work["batchNorm"] else []), inputs
    for units in work["hidden"]:
        layers += [nn.Linear(width, units), nn.ReLU()] + ([nn.Dropout(work["dropout"])] if work["dropout"] else [])
        width = units
    model = nn.Sequential(*layers, nn.Linear(width, work["outputs"]))
    optimizer = (torch.optim.SGD if work["optimizer"] == "sgd" else torch.optim.Adam)(model.parameters(), lr=work["learningRate"])
    batch = work["batch"]
    data = DataLoader(TensorDataset(x, y), batch_size=batch, shuffle=True) if loop == "dataloader" else None
    started = time.perf_counter()
    for _ in range(work["epochs"]):
        total = 0.0 if data else torch.zeros(())
        if data:
            for features_, labels_ in data:
                optimizer.zero_grad()
                value = loss(model(features_), labels_)
                value.backward()
                optimizer.step()
                total += value.item() * len(labels_)
        else:
            order = torch.randperm(len(y))
            shuffled, targets = x[order], y[order]
            for start in range(0, len(y), batch):
                optimizer.zero_grad(set_to_none=True)
                value = loss(model(shuffled[start:start + batch]), targets[start:start + batch])
                value.backward()
                optimizer.step()
                total += value.detach() * len(targets[start:start + batch])
    return time.perf_counter() - started, float(total) / len(y), model


def with_torch():
    import torch
    torch.set_num_threads(work["threads"])
    losses = torch_losses(torch)
    x = torch.from_numpy(features)
    y = torch.from_numpy(labels).long() if work["task"] == "multiclass" else torch.from_numpy(labels).unsqueeze(1)
    if work["cells"] == 0:
        fit(torch, x[:5 * work["batch"]], y[:5 * work["batch"]], losses[work["loss"]], 1)
        seconds, loss, _ = fit(torch, x, y, losses[work["loss"]], 1)
        return seconds, loss
    # A comparison: losses x seeds x folds, one network after the other, each measured on the rows held out.
    started, squares = time.perf_counter(), []
    for loss in work["losses"]:
        for seed in work["seeds"]:
            order = torch.from_numpy(np.random.default_rng(seed).permutation(rows))
            for fold in range(work["folds"]):
                held = order[fold::work["folds"]]
                kept = torch.ones(rows, dtype=torch.bool)
                kept[held] = False
                mean, deviation = x[kept].mean(0), x[kept].std(0)
                _, _, model = fit(torch, (x[kept] - mean) / deviation, y[kept], losses[loss], seed)
                model.eval()
                with torch.no_grad():
                    if loss == "mse":
                        squares.append(float(((model((x[held] - mean) / deviation) - y[held]) ** 2).mean().sqrt()))
    return time.perf_counter() - started, float(np.mean(squares))


seconds, loss = with_sklearn() if loop == "sklearn" else with_torch()
print(json.dumps({"seconds": seconds, "loss": loss}))
