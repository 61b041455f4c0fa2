import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.CoreEntityMention;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.Pair;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.GZIPInputStream;

/**
 * Names with CoreNLP's three models of English or, by variant, its model of "french", "german" or "spanish"; dates, numbers and finer
 * kinds are switched off. See the contract of peers/contract/contract.go.
 */
public class Names {
  public static void main(String[] args) throws Exception {
    Map<String, String> flags = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) flags.put(args[i], args[i + 1]);
    Gson gson = new Gson();
    List<JsonObject> rows = new ArrayList<>();
    String in = flags.get("--in");
    try (InputStream file = Files.newInputStream(Path.of(in));
        InputStream plain = in.endsWith(".gz") ? new GZIPInputStream(file) : file;
        BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) rows.add(gson.fromJson(line, JsonObject.class));
      }
    }
    Properties p = settings(flags.getOrDefault("--variant", ""));
    p.setProperty("ner.applyFineGrained", "false");
    p.setProperty("ner.applyNumericClassifiers", "false");
    p.setProperty("ner.useSUTime", "false");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(p);
    double ready = cpu();
    int passes = Integer.parseInt(flags.getOrDefault("--passes", "1"));
    try (PrintWriter out = new PrintWriter(flags.get("--out"), StandardCharsets.UTF_8)) {
      for (int turn = 0; turn < passes; turn++) {
        for (JsonObject row : rows) {
          JsonObject found = find(pipeline, row);
          if (turn == 0) out.println(gson.toJson(found));
        }
      }
    }
    JsonObject report = new JsonObject();
    report.addProperty("version", version());
    report.addProperty("ready", ready);
    report.addProperty("rows", rows.size());
    System.out.println(gson.toJson(report));
  }

  /** The settings of a language's own file with the annotators that names need, those of English for "". */
  static Properties settings(String language) throws IOException {
    Properties p = new Properties();
    if (language.isEmpty()) {
      p.setProperty("annotators", "tokenize,pos,lemma,ner");
      return p;
    }
    String file = "StanfordCoreNLP-" + language + ".properties";
    try (InputStream in = Names.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) throw new FileNotFoundException(file);
      p.load(in);
    }
    p.setProperty("annotators", language.equals("spanish") ? "tokenize,mwt,pos,lemma,ner" : "tokenize,mwt,pos,ner");
    return p;
  }

  static JsonObject find(StanfordCoreNLP pipeline, JsonObject row) {
    String text = row.get("text").getAsString();
    int[] at = byteOffsets(text);
    CoreDocument doc = new CoreDocument(text);
    pipeline.annotate(doc);
    JsonArray spans = new JsonArray();
    for (CoreEntityMention m : doc.entityMentions()) {
      if (m.tokens().get(0).ner().equals("O")) continue; // "he" and "she", which it lists too
      Pair<Integer, Integer> chars = m.charOffsets();
      JsonObject span = new JsonObject();
      span.addProperty("start", at[chars.first()]);
      span.addProperty("end", at[chars.second()]);
      span.addProperty("label", m.entityType());
      spans.add(span);
    }
    JsonObject out = new JsonObject();
    out.add("id", row.get("id"));
    out.add("spans", spans);
    return out;
  }

  /** The offset in UTF-8 bytes of each offset in UTF-16 units. */
  static int[] byteOffsets(String text) {
    int[] table = new int[text.length() + 1];
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      table[i] = at;
      char c = text.charAt(i);
      at += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    table[text.length()] = at;
    return table;
  }

  /** CPU seconds of the process, all threads. */
  static double cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
  }

  /** The version in the name of the jar. */
  static String version() {
    String jar = StanfordCoreNLP.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return jar.replaceAll(".*stanford-corenlp-([0-9.]+)\\.jar", "$1");
  }
}
