package makegood.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.Test;

/** What the guard has learnt was learnt from the sentences that stand here; {@code -Dmakegood.write=true} learns again. */
class LearningTests {
    private static final Path SENTENCES = Path.of("src/test/resources/texts");
    private static final Path WEIGHTS = Path.of("src/main/resources/texts/learnt-weights.txt");
    private static final String UNREAD = "learnt-unread.txt";
    private static final String HARMLESS = "learnt-harmless.txt";
    private static final int SEEN_AT_LEAST = 2;
    private static final double AGAINST_OVERFITTING = 0.03;
    private static final int ROUNDS = 100;
    /** Speaks for nothing, and only makes the file longer. */
    private static final double NEGLIGIBLE = 0.05;

    @Test
    void theWeightsWereLearntFromTheseSentences() throws IOException {
        if (Boolean.getBoolean("makegood.write")) {
            Files.write(WEIGHTS, learn());
        }
        assertThat(Files.readAllLines(WEIGHTS).get(0)).isEqualTo(head());
    }

    private static String head() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(SENTENCES.resolve(UNREAD)));
            digest.update(Files.readAllBytes(SENTENCES.resolve(HARMLESS)));
            return "# learnt by LearningTests, not written by hand; sentences "
                    + HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> learn() throws IOException {
        var events = new ArrayList<Event>();
        plain(UNREAD).forEach(text -> events.add(event("unread", text)));
        // every part of a harmless text is harmless; of the others nobody has said which part is not
        for (var text : plain(HARMLESS)) {
            events.add(event("harmless", text));
            Resemblance.passages(text).stream()
                    .filter(passage -> !passage.equals(text))
                    .forEach(passage -> events.add(event("harmless", passage)));
        }
        var settings = new TrainingParameters();
        settings.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        settings.put(TrainingParameters.CUTOFF_PARAM, SEEN_AT_LEAST);
        settings.put(TrainingParameters.ITERATIONS_PARAM, ROUNDS);
        settings.put(QNTrainer.L1COST_PARAM, 0.0);
        settings.put(QNTrainer.L2COST_PARAM, AGAINST_OVERFITTING);
        var model = (AbstractModel) TrainerFactory.getEventTrainer(settings, new HashMap<>())
                .train(ObjectStreamUtils.createObjectStream(events));
        var lines = new ArrayList<>(List.of(head()));
        weights(model).forEach((run, weight) -> lines.add(Math.round(weight * 100) + " " + run));
        return lines;
    }

    /** How much each run of words speaks for holding a text back; the file says it in hundredths. */
    private static Map<String, Double> weights(AbstractModel model) {
        var data = model.getDataStructures();
        @SuppressWarnings("unchecked")
        var runs = (Map<String, Context>) data[1];
        var weights = new TreeMap<String, Double>();
        runs.forEach((run, context) -> {
            double weight = 0;
            for (int i = 0; i < context.getOutcomes().length; i++) {
                var outcome = model.getOutcome(context.getOutcomes()[i]);
                weight += context.getParameters()[i] * ("unread".equals(outcome) ? 1 : -1);
            }
            if (Math.abs(weight) >= NEGLIGIBLE) {
                weights.put(run, weight);
            }
        });
        return weights;
    }

    private static Event event(String kind, String text) {
        var runs = new ArrayList<>(Resemblance.runs(text));
        var values = new float[runs.size() + 1];
        Arrays.fill(values, (float) (1 / Math.sqrt(runs.size())));
        runs.add(Resemblance.ANY);
        values[runs.size() - 1] = 1;
        return new Event(kind, runs.toArray(String[]::new), values);
    }

    private static List<String> plain(String file) {
        return Lines.of("/texts/" + file).stream()
                .map(line -> PlainSpelling.of(line).text())
                .toList();
    }
}
