"""Contestants from scikit-learn, on the files that Program.cs writes.

python3 peers.py CONTESTANT TASK LABEL TRAINING TEST

CONTESTANT is boosting, sklearn-mlp or linear; TASK Regression, Binary or Multiclass. Prints one line of JSON with the measure under the name that mlnet-loss gives it. Needs python3-sklearn and python3-pandas."""
import json
import sys
import warnings

import numpy as np
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import accuracy_score, mean_squared_error, roc_auc_score
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler

warnings.simplefilter("ignore")
contestant, task, label, training_file, test_file = sys.argv[1:6]
training, test = pd.read_csv(training_file), pd.read_csv(test_file)
x, y = training.drop(columns=label), training[label]
numbers = [name for name in x if pd.api.types.is_numeric_dtype(x[name])]
words = [name for name in x if name not in numbers]
is_number = task == "Regression"


def with_boosting():
    # Categories as LightGBM takes them, as long as there are no more than it has bins.
    few = [name for name in words if x[name].nunique() <= 255]
    many = [name for name in words if name not in few]
    encode = make_column_transformer((OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=np.nan, encoded_missing_value=np.nan), few + many), ("passthrough", numbers))
    model = (HistGradientBoostingRegressor if is_number else HistGradientBoostingClassifier)(categorical_features=list(range(len(few))), random_state=1)
    return make_pipeline(encode, model)


def with_standardised(model):
    encode = make_column_transformer(
        (make_pipeline(SimpleImputer(), StandardScaler()), numbers), (make_pipeline(SimpleImputer(strategy="most_frequent"), OneHotEncoder(handle_unknown="ignore", sparse_output=False)), words))
    return make_pipeline(encode, model)


model = {
    "boosting": with_boosting,
    "sklearn-mlp": lambda: with_standardised((MLPRegressor if is_number else MLPClassifier)(random_state=1)),
    "linear": lambda: with_standardised(LinearRegression() if is_number else LogisticRegression(max_iter=1000)),
}[contestant]()
model.fit(x, y)
others = test.drop(columns=label)
if is_number:
    print(json.dumps({"rootMeanSquaredError": float(np.sqrt(mean_squared_error(test[label], model.predict(others))))}))
elif task == "Binary":
    print(json.dumps({"areaUnderRocCurve": float(roc_auc_score(test[label] == model.classes_[1], model.predict_proba(others)[:, 1]))}))
else:
    print(json.dumps({"microAccuracy": float(accuracy_score(test[label], model.predict(others)))}))
