"""Trains the demo's three models on HMDA, writes them as ONNX, and measures them.

    python3 -m venv venv && venv/bin/pip install -r requirements.txt && venv/bin/python train.py

Half of the rows train, the other half (hmda-heldout.csv) is what the demo audits: no audited row was
trained on. The seed was fixed to the year of the data before any figure was seen; results.json says how
much the main figure moves over fifty other splits. No model gets race (afam) or marital status (single).
"""

import csv
import json
from pathlib import Path

import numpy as np
import onnxruntime
import pandas as pd
from measures import parity
from skl2onnx import convert_sklearn
from skl2onnx.common.data_types import FloatTensorType
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).parent
DEMO = HERE.parent / "src" / "main" / "resources" / "demo"
SEED = 1990
OTHER_SPLITS = range(50)
OPSETS = {"": 18, "ai.onnx.ml": 3}
IR_VERSION = 8
MINIMUM_GROUP_SIZE = 30
PROTECTED = ["afam", "single"]
YES_NO = ["phist", "selfemp", "insurance", "condomin", "hschool"]
ELEVEN = ["pirat", "hirat", "lvrat", "chist", "mhist", "phist", "unemp", "selfemp", "insurance",
          "condomin", "hschool"]
FIVE = ["pirat", "lvrat", "phist", "selfemp", "condomin"]
THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9]


def logistic():
    return make_pipeline(StandardScaler(), LogisticRegression())


def boosted():
    return GradientBoostingClassifier(n_estimators=60, max_depth=3, learning_rate=0.08,
                                      min_samples_leaf=20, random_state=SEED)


MODELS = {
    "mortgage-approval-logistic": (logistic, ELEVEN, 0.5),
    "mortgage-approval-boosted": (boosted, ELEVEN, 0.9),
    "mortgage-precheck": (logistic, FIVE, 0.5),
}


def encode(table, columns):
    """The mapping of plan.json: yes/no to 1/0, everything else a number; single precision, as the model sees it."""
    numbers = {c: table[c].map({"no": 0, "yes": 1}) if c in YES_NO else pd.to_numeric(table[c])
               for c in columns}
    return pd.DataFrame(numbers).to_numpy(dtype=np.float32)


def halves(table, seed):
    strata = table["deny"] + table["afam"] + table["single"]
    trained, held_out = train_test_split(np.arange(len(table)), test_size=0.5, random_state=seed,
                                         stratify=strata)
    return np.sort(trained), np.sort(held_out)


def favourable(table):
    return (table["deny"] == "no").to_numpy(dtype=int)


def fit(table, make, columns):
    return make().fit(encode(table, columns), favourable(table))


def probabilities(model, table, columns):
    return model.predict_proba(encode(table, columns))[:, 1]


def parities(table, scores, threshold):
    predictions = pd.Series((scores >= threshold).astype(int), index=table.index)
    groups = {name: table[name] for name in PROTECTED}
    groups[" x ".join(PROTECTED)] = table[PROTECTED[0]] + " x " + table[PROTECTED[1]]
    return {name: parity(predictions, group, MINIMUM_GROUP_SIZE) for name, group in groups.items()}


def figures(table, scores, threshold):
    truth, predictions = favourable(table), scores >= threshold
    return {"rows": len(table), "threshold": threshold, "baseRate": float(truth.mean()),
            "selectionRate": float(predictions.mean()),
            "accuracy": float((predictions == truth).mean()),
            "auc": float(roc_auc_score(truth, scores)), "brier": float(brier_score_loss(truth, scores)),
            "parity": parities(table, scores, threshold)}


def at_every_threshold(table, scores):
    rows = []
    for threshold in THRESHOLDS:
        measured = parities(table, scores, threshold)
        rows.append({"threshold": threshold, "selectionRate": float((scores >= threshold).mean()),
                     **{name: each["demographicParityRatio"] for name, each in measured.items()}})
    return rows


def over_other_splits(table, make, columns, threshold):
    ratios = []
    for seed in OTHER_SPLITS:
        trained, held_out = (table.iloc[rows] for rows in halves(table, seed))
        scores = probabilities(fit(trained, make, columns), held_out, columns)
        ratios.append(parities(held_out, scores, threshold)["afam"]["demographicParityRatio"])
    return {"splits": len(ratios), "mean": float(np.mean(ratios)), "standardDeviation": float(np.std(ratios, ddof=1)),
            "lowest": min(ratios), "highest": max(ratios),
            "passing": sum(ratio >= 0.8 for ratio in ratios)}


def each_domain_once(graph):
    """skl2onnx 1.20 imports the default domain twice for a pipeline; one import each is what the format means."""
    versions = {opset.domain: opset.version for opset in graph.opset_import}
    del graph.opset_import[:]
    for domain, version in sorted(versions.items()):
        graph.opset_import.add(domain=domain, version=version)


def export(model, name, columns):
    graph = convert_sklearn(model, name=name, target_opset=OPSETS, options={"zipmap": False},
                            initial_types=[("float_input", FloatTensorType([None, len(columns)]))])
    graph.ir_version = IR_VERSION
    each_domain_once(graph)
    graph.doc_string = "Columns of float_input: " + ", ".join(columns)
    folder = DEMO / "models" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.onnx").write_bytes(graph.SerializeToString(deterministic=True))
    return folder


def scored_by_onnx(folder, values):
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), providers=["CPUExecutionProvider"])
    return session.run(["probabilities"], {"float_input": values})[0][:, 1]


def expected(table, folder, columns, scores):
    """Eight held-out rows from the lowest score to the highest, for the tests of other parts."""
    by_score = np.argsort(scores, kind="stable")
    rows = [int(r) for r in by_score[np.linspace(0, len(by_score) - 1, 8).astype(int)]]
    values = encode(table, columns)
    write_exactly(folder / "expected.json", {
        "data": "hmda-heldout.csv", "output": "probabilities", "index": 1, "tolerance": 1e-5,
        "cases": [{"row": r, "values": [float(v) for v in values[r]], "probability": float(scores[r])}
                  for r in sorted(rows)]})


def rounded(value):
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    return [rounded(each) for each in value] if isinstance(value, list) else value


def write(path, value):
    write_exactly(path, rounded(value))


def write_exactly(path, value):
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")


def write_held_out(rows):
    lines = (DEMO / "hmda.csv").read_text(encoding="utf-8").splitlines()
    kept = [lines[0]] + [lines[row + 1] for row in rows]
    (DEMO / "hmda-heldout.csv").write_text("\n".join(kept) + "\n", encoding="utf-8")


def train(name, table, trained, held_out):
    make, columns, threshold = MODELS[name]
    model = fit(trained, make, columns)
    scores = probabilities(model, held_out, columns)
    folder = export(model, name, columns)
    served = scored_by_onnx(folder, encode(held_out, columns))
    drift = float(np.abs(served - scores).max())
    assert drift < 1e-5, f"{name}: the ONNX file differs from scikit-learn by {drift}"
    assert ((served >= threshold) == (scores >= threshold)).all(), f"{name}: a decision differs in ONNX"
    expected(held_out, folder, columns, served)
    return {"columns": columns, "heldOut": figures(held_out, scores, threshold),
            "trained": figures(trained, probabilities(model, trained, columns), threshold),
            "heldOutByThreshold": at_every_threshold(held_out, scores),
            "afamRatioOverOtherSplits": over_other_splits(table, make, columns, threshold)}


def main():
    table = pd.read_csv(DEMO / "hmda.csv", dtype={"chist": str, "mhist": str}, quoting=csv.QUOTE_MINIMAL)
    trained_rows, held_out_rows = halves(table, SEED)
    write_held_out(held_out_rows)
    trained, held_out = table.iloc[trained_rows], table.iloc[held_out_rows]
    results = {name: train(name, table, trained, held_out) for name in MODELS}
    write(HERE / "results.json", {"seed": SEED, "minimumGroupSize": MINIMUM_GROUP_SIZE, "models": results})
    for name, result in results.items():
        measured = result["heldOut"]
        print(f"{name}: accuracy {measured['accuracy']:.3f}, AUC {measured['auc']:.3f}, "
              f"favourable {measured['selectionRate']:.3f} at {measured['threshold']}")
        for attribute, each in measured["parity"].items():
            low, high = each["interval"]["low"], each["interval"]["high"]
            print(f"  {attribute}: ratio {each['demographicParityRatio']:.3f} [{low:.3f}, {high:.3f}], "
                  f"{each['lowest']} against {each['highest']}")
        print(f"  over other splits, afam: {result['afamRatioOverOtherSplits']}")


if __name__ == "__main__":
    main()
