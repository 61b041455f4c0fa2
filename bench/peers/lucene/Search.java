import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

/** Search with Lucene: the English analyzer, title and text in one field, BM25, an index on disk. See the contract of peers/contract/contract.go. */
public class Search {
  static final Gson GSON = new Gson();
  static final EnglishAnalyzer ANALYZER = new EnglishAnalyzer();

  public static void main(String[] args) throws Exception {
    Map<String, String> flags = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) flags.put(args[i], args[i + 1]);
    Path corpus = Path.of(flags.get("--in"));
    List<JsonObject> documents = rows(corpus);
    List<JsonObject> queries = rows(corpus.resolveSibling("queries.jsonl"));
    int passes = Integer.parseInt(flags.getOrDefault("--passes", "1"));
    Path folder = Files.createTempDirectory("bench-lucene-");
    double ready = cpu();
    try (FSDirectory directory = FSDirectory.open(folder)) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(ANALYZER))) {
        for (JsonObject d : documents) {
          Document doc = new Document();
          doc.add(new StringField("id", d.get("id").getAsString(), Field.Store.YES));
          String title = d.has("title") && !d.get("title").isJsonNull() ? d.get("title").getAsString() : "";
          doc.add(new TextField("text", title + "\n" + d.get("text").getAsString(), Field.Store.NO));
          writer.addDocument(doc);
        }
      }
      double indexed = cpu() - ready;
      double[] best = new double[queries.size()];
      Arrays.fill(best, Double.MAX_VALUE);
      try (DirectoryReader reader = DirectoryReader.open(directory);
          PrintWriter out = new PrintWriter(flags.get("--out"), StandardCharsets.UTF_8)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        StoredFields stored = reader.storedFields();
        for (int turn = 0; turn < passes; turn++) {
          for (int i = 0; i < queries.size(); i++) {
            long at = System.nanoTime();
            ScoreDoc[] hits = searcher.search(query(queries.get(i).get("text").getAsString()), 100).scoreDocs;
            String[] ids = new String[hits.length];
            for (int k = 0; k < hits.length; k++) ids[k] = stored.document(hits[k].doc).get("id");
            best[i] = Math.min(best[i], (System.nanoTime() - at) / 1e6);
            for (int k = 0; turn == 0 && k < hits.length; k++) {
              out.println(queries.get(i).get("id").getAsString() + " Q0 " + ids[k] + " " + (k + 1) + " " + hits[k].score + " bench");
            }
          }
        }
      }
      Arrays.sort(best);
      JsonObject figures = new JsonObject();
      figures.addProperty("index ms", 1000 * indexed / documents.size());
      figures.addProperty("query ms", best[best.length / 2]);
      JsonObject report = new JsonObject();
      report.addProperty("version", Version.LATEST.toString());
      report.addProperty("ready", ready);
      report.addProperty("rows", documents.size());
      report.add("figures", figures);
      System.out.println(GSON.toJson(report));
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
      }
    }
  }

  /** Any of the words, each as it is indexed. */
  static BooleanQuery query(String text) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    try (TokenStream words = ANALYZER.tokenStream("text", text)) {
      CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
      words.reset();
      while (words.incrementToken()) any.add(new TermQuery(new Term("text", word.toString())), BooleanClause.Occur.SHOULD);
      words.end();
    }
    return any.build();
  }

  static List<JsonObject> rows(Path file) throws IOException {
    List<JsonObject> rows = new ArrayList<>();
    InputStream in = Files.newInputStream(file);
    if (file.toString().endsWith(".gz")) in = new GZIPInputStream(in);
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) rows.add(GSON.fromJson(line, JsonObject.class));
      }
    }
    return rows;
  }

  /** CPU seconds of the process, all threads. */
  static double cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
  }
}
