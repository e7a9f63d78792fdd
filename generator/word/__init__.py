"""The Word engine, which knows no document: templates, printing, measures, soundness."""
